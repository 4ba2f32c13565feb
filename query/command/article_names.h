// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/index/open.h"

namespace nutgraf::query {

/// An article, or one passage of it, that was named on the command line.
struct NamedArticle {
  std::string id;
  std::optional<std::uint32_t> passage;
  std::string query;  // that it was the result of; empty = it was named by itself
};

/// Whether a number that is not an id means a result of the last search on this terminal; a server has no last search.
enum class ResultNumbers : std::uint8_t { OfLastSearch, None };

/// One id, ID#K, URL, or path that ends in an id; else several of these, separated by blanks. Throws
/// Failure(NothingFound) naming what is none of these.
[[nodiscard]] std::vector<NamedArticle> named_articles(const OpenIndex& index, const std::string& typed,
                                                       ResultNumbers numbers);

}  // namespace nutgraf::query
