// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/indexed_articles.h"

#include <xapian.h>

#include <string_view>
#include <utility>

#include "core/index/open.h"
#include "core/index/record.h"
#include "core/schema/terms.h"

namespace nutgraf::store {
namespace {

/// The first passage begins with the title as a paragraph.
std::string_view without_title(std::string_view passage, std::string_view title) {
  return !title.empty() && passage.starts_with(title) ? passage.substr(title.size()) : passage;
}

}  // namespace

struct IndexedArticles::State {
  std::string path;
  Xapian::Database database;

  /// Runs a look at the database.
  template <typename Look>
  [[nodiscard]] auto read(Look look) const {
    try {
      return look(database);
    } catch (const Xapian::Error& error) {
      throw index_failure(error, path);
    }
  }
};

IndexedArticles::IndexedArticles(const std::filesystem::path& passages) {
  try {
    state_ = std::make_unique<State>(State{passages.string(), Xapian::Database(passages.string())});
  } catch (const Xapian::Error& error) {
    throw index_failure(error, passages.string());
  }
}

IndexedArticles::~IndexedArticles() = default;

std::optional<IndexedArticle> IndexedArticles::find(const std::string& id) const {
  return state_->read([&id](const Xapian::Database& database) -> std::optional<IndexedArticle> {
    const std::string term = schema::make_term(schema::kIdPrefix, id);
    std::optional<IndexedArticle> article;
    for (auto passage = database.postlist_begin(term); passage != database.postlist_end(term); ++passage) {
      const std::string data = database.get_document(*passage).get_data();
      if (article) {
        article->text.append("\n\n").append(decode_passage_text(data).text);
        continue;
      }
      PassageData first = decode_passage_data(data);
      article.emplace();
      article->text = without_title(first.text, first.record.title);
      article->copy_of = std::move(first.record.copy_of);
    }
    return article;
  });
}

bool IndexedArticles::has_copies(const std::string& id) const {
  return state_->read([&id](const Xapian::Database& database) {
    return database.term_exists(schema::make_term(schema::kCopyPrefix, id));
  });
}

}  // namespace nutgraf::store
