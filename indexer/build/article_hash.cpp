// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/article_hash.h"

#include "indexer/build/field_hash.h"
#include "indexer/page_marks.h"

namespace nutgraf::build {

namespace {

/// Short: it only tells texts apart that somebody has purged.
std::string text_hash(const Article& article, const std::string& text) {
  constexpr std::size_t kDigits = 16;
  FieldHash hash;
  hash.add(article.record.title);
  hash.add(text);
  return hash.hex().substr(0, kDigits);
}

}  // namespace

std::string article_hash(const Article& article) {
  const ArticleRecord& record = article.record;
  const std::string bare = record.origin.page == 0 ? std::string() : without_page_marks(article.text);
  const std::string& text = record.origin.page == 0 ? article.text : bare;
  FieldHash hash;
  for (const std::string* field :
       {&record.id, &record.title, &record.date, &record.time, &record.date_source, &record.source, &record.url,
        &record.language, &record.section, &record.origin.path, &record.origin.member, &text}) {
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
  return hash.hex() + text_hash(article, text);
}

}  // namespace nutgraf::build
