// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/index/open.h"
#include "core/index/record.h"

/// Whole articles by their id.
namespace nutgraf::search::postings {

struct StoredArticle {
  ArticleRecord record;
  std::vector<std::string> passages;  // texts, in order
  std::vector<std::uint32_t> pages;   // on which these begin; 0 where the document has none
};

/// Nothing where the index has no such id. Throws Failure(Missing) for a damaged index.
[[nodiscard]] std::optional<StoredArticle> read_article(const OpenIndex& index, const std::string& id);
[[nodiscard]] bool has_article(const OpenIndex& index, const std::string& id);

/// The id of the first article with this address, as written.
[[nodiscard]] std::optional<std::string> id_of_url(const OpenIndex& index, const std::string& url);

/// An id as typed, or "ID#K" for passage K of it.
struct PassageName {
  std::string id;
  std::optional<std::uint32_t> passage;
};
/// An id that exists as typed wins over the other reading.
[[nodiscard]] PassageName read_name(const OpenIndex& index, const std::string& typed);

/// Records of articles by id, each read once. The database must outlive it.
class ArticleRecords {
 public:
  struct Article {
    ArticleRecord record;
    std::uint32_t passages = 0;
  };

  explicit ArticleRecords(const Xapian::Database& database) : database_(database) {}

  /// Valid as long as this is.
  [[nodiscard]] const Article& of(const std::string& id);

 private:
  const Xapian::Database& database_;
  std::unordered_map<std::string, Article> cache_;
};

/// Ids of the articles that are copies of one another with this one, which is left out; the one that stands for them
/// first.
[[nodiscard]] std::vector<std::string> copies_of(const Xapian::Database& database, const ArticleRecord& record);

/// Bytes of the title paragraph, with the blank line after it, that passage 0 begins with; 0 where it begins otherwise.
[[nodiscard]] std::size_t title_bytes(std::string_view passage, std::string_view title);

}  // namespace nutgraf::search::postings
