// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace nutgraf::store {

/// An article as an index has it.
struct IndexedArticle {
  std::string copy_of;  // id of the article that stands for its group of copies; empty: none does
  std::string text;     // without its title; paragraphs apart by blank lines
};

/// Reads articles of a generation that does not change. One thread at a time.
class IndexedArticles {
 public:
  /// Throws Failure(Missing) as all reading does where the tables are damaged.
  explicit IndexedArticles(const std::filesystem::path& passages);
  ~IndexedArticles();
  IndexedArticles(const IndexedArticles&) = delete;
  IndexedArticles& operator=(const IndexedArticles&) = delete;
  IndexedArticles(IndexedArticles&&) = delete;
  IndexedArticles& operator=(IndexedArticles&&) = delete;

  [[nodiscard]] std::optional<IndexedArticle> find(const std::string& id) const;
  /// Is any article a copy of this one?
  [[nodiscard]] bool has_copies(const std::string& id) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nutgraf::store
