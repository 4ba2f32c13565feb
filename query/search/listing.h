// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/search/window.h"

namespace nutgraf {

/// Lets at most so many passages of an article through, and one article of a group of copies.
class Collapse {
 public:
  Collapse(std::uint32_t per_article, Copies copies) : per_article_(per_article), copies_(copies) {}
  [[nodiscard]] bool takes(const ScoredPassage& candidate);

 private:
  std::uint32_t per_article_;
  Copies copies_;
  std::unordered_map<std::string, std::uint32_t> shown_;     // by article
  std::unordered_map<std::string, std::string> article_of_;  // by group
};

/// The first `count` rows of a query: the window, then Xapian's order without what the window held.
[[nodiscard]] std::vector<ScoredPassage> first_rows(const Plan& plan, const Window& window, std::size_t count);

/// The same sorted by date; scores are those of the words.
[[nodiscard]] std::vector<ScoredPassage> first_rows_by_date(const Plan& plan, std::size_t count);

}  // namespace nutgraf
