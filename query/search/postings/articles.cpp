// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/postings/articles.h"

#include <charconv>
#include <unordered_set>

#include "core/base/failure.h"
#include "core/schema/fields.h"
#include "core/schema/terms.h"

namespace nutgraf::search::postings {
namespace {

void add_passage(StoredArticle& article, const std::string& data) {
  if (article.passages.empty()) {
    const PassageData first = decode_passage_data(data);
    article.record = first.record;
    article.passages.emplace_back(first.text);
    article.pages.push_back(first.record.origin.page);
  } else {
    const PassageText next = decode_passage_text(data);
    article.passages.emplace_back(next.text);
    article.pages.push_back(next.page);
  }
}

}  // namespace

std::optional<StoredArticle> read_article(const OpenIndex& index, const std::string& id) {
  try {
    const std::string term = schema::make_term(schema::kIdPrefix, id);
    const Xapian::Database& database = index.database;
    StoredArticle article;
    for (auto doc = database.postlist_begin(term); doc != database.postlist_end(term); ++doc) {
      add_passage(article, database.get_document(*doc, Xapian::DOC_ASSUME_VALID).get_data());
    }
    if (article.passages.empty()) {
      return std::nullopt;
    }
    return article;
  } catch (const Xapian::Error& error) {
    throw Failure(ExitCode::Missing, describe(error, index.path));
  }
}

bool has_article(const OpenIndex& index, const std::string& id) {
  try {
    return index.database.term_exists(schema::make_term(schema::kIdPrefix, id));
  } catch (const Xapian::Error& error) {
    throw Failure(ExitCode::Missing, describe(error, index.path));
  }
}

std::optional<std::string> id_of_url(const OpenIndex& index, const std::string& url) {
  const schema::Field& field = *schema::find_field("url");
  try {
    const std::string term = schema::field_term(field, field.name, url);
    const Xapian::PostingIterator first = index.database.postlist_begin(term);
    if (first == index.database.postlist_end(term)) {
      return std::nullopt;
    }
    return decode_passage_text(index.database.get_document(*first, Xapian::DOC_ASSUME_VALID).get_data()).id;
  } catch (const Xapian::Error& error) {
    throw Failure(ExitCode::Missing, describe(error, index.path));
  }
}

PassageName read_name(const OpenIndex& index, const std::string& typed) {
  const std::size_t hash = typed.rfind('#');
  if (hash == std::string::npos || hash == 0 || has_article(index, typed)) {
    return {typed, std::nullopt};
  }
  const char* begin = typed.data() + hash + 1;
  const char* end = typed.data() + typed.size();
  std::uint32_t passage = 0;
  const auto [stop, error] = std::from_chars(begin, end, passage);
  if (error != std::errc{} || stop != end) {
    return {typed, std::nullopt};
  }
  return {typed.substr(0, hash), passage};
}

const ArticleRecords::Article& ArticleRecords::of(const std::string& id) {
  const auto known = cache_.find(id);
  if (known != cache_.end()) {
    return known->second;
  }
  Article article;
  const std::string term = schema::make_term(schema::kIdPrefix, id);
  article.passages = database_.get_termfreq(term);
  const Xapian::PostingIterator first = database_.postlist_begin(term);
  if (first != database_.postlist_end(term)) {
    article.record = decode_passage_data(database_.get_document(*first).get_data()).record;
  }
  return cache_.emplace(id, std::move(article)).first->second;
}

std::vector<std::string> copies_of(const Xapian::Database& database, const ArticleRecord& record) {
  const std::string& original = record.copy_of.empty() ? record.id : record.copy_of;
  const std::string term = schema::make_term(schema::kCopyPrefix, original);
  std::vector<std::string> copies;
  std::unordered_set<std::string> known;
  if (!record.copy_of.empty() && database.term_exists(schema::make_term(schema::kIdPrefix, original))) {
    copies.push_back(original);
  }
  for (auto doc = database.postlist_begin(term); doc != database.postlist_end(term); ++doc) {
    const std::string data = database.get_document(*doc, Xapian::DOC_ASSUME_VALID).get_data();
    std::string id = decode_passage_text(data).id;
    // Passages of an article that are in one shard alternate with those of other shards.
    if (id != record.id && known.insert(id).second) {
      copies.push_back(std::move(id));
    }
  }
  return copies;
}

std::size_t title_bytes(std::string_view passage, std::string_view title) {
  if (title.empty() || passage.substr(0, title.size()) != title) {
    return 0;
  }
  if (passage.size() == title.size()) {
    return title.size();
  }
  return passage.substr(title.size(), 2) == "\n\n" ? title.size() + 2 : 0;
}

}  // namespace nutgraf::search::postings
