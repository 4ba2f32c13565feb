// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/article.h"

/// The text of an exported article is as an index had it, so it is neither mended, cleaned nor cut again: the article
/// says where its passages begin.
namespace nutgraf::read {

/// What stands before each passage but the first.
inline constexpr std::string_view kBetweenPassages = "\n\n";

[[nodiscard]] inline bool is_exported(const Article& article) {
  return !article.passage_begins.empty();
}

/// Its passages without the title; the first is empty where it is the title alone.
[[nodiscard]] std::vector<std::string> passages_of(const Article& article);

}  // namespace nutgraf::read
