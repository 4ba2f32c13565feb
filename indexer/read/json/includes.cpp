// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json/includes.h"

#include <string>

#include "indexer/read/json/lookup.h"

namespace nutgraf::read::json {

using Object = simdjson::dom::object;

Includes::Includes(Object answer) {
  const auto includes = object_at(answer, "includes");
  if (!includes) {
    return;
  }
  for (const Object account : objects_at(*includes, "users")) {
    const std::string_view name = plain_at(account, "name");
    names_.emplace(plain_at(account, "id"), name.empty() ? plain_at(account, "username") : name);
  }
  for (const Object post : objects_at(*includes, "tweets")) {
    texts_.emplace(plain_at(post, "id"), plain_at(post, "text"));
  }
}

void Includes::complete(Object post, FilledRecord& filled) const {
  Article& article = filled.article;
  const auto name = names_.find(plain_at(post, "author_id"));
  if (article.record.authors.empty() && name != names_.end() && !name->second.empty()) {
    article.record.authors.emplace_back(name->second);
  }
  for (const Object reference : objects_at(post, "referenced_tweets")) {
    const auto text = texts_.find(plain_at(reference, "id"));
    const std::size_t begin = article.text.find(": ");
    if (plain_at(reference, "type") == "retweeted" && text != texts_.end() && article.text.starts_with("RT @") &&
        begin != std::string::npos) {
      article.text.replace(begin + 2, std::string::npos, text->second);
    }
  }
}

}  // namespace nutgraf::read::json
