// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/article_hash.h"

#include "indexer/build/field_hash.h"

namespace nutgraf::build {

namespace {

/// Short: it only tells texts apart that somebody has purged.
std::string text_hash(const Article& article) {
  constexpr std::size_t kDigits = 16;
  FieldHash hash;
  hash.add(article.record.title);
  hash.add(article.text);
  return hash.hex().substr(0, kDigits);
}

}  // namespace

std::string article_hash(const Article& article) {
  const ArticleRecord& record = article.record;
  FieldHash hash;
  for (const std::string* field :
       {&record.id, &record.title, &record.date, &record.time, &record.date_source, &record.source, &record.url,
        &record.language, &record.section, &record.origin.path, &record.origin.member, &article.text}) {
    hash.add(*field);
  }
  hash.add_list(record.authors);
  hash.add_list(record.tags);
  hash.add(std::to_string(record.meta.size()));
  for (const auto& [key, value] : record.meta) {
    hash.add(key);
    hash.add(value);
  }
  for (const std::size_t begin : article.passage_begins) {
    hash.add(std::to_string(begin));
  }
  return hash.hex() + text_hash(article);
}

}  // namespace nutgraf::build
