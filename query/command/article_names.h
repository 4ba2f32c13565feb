// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/index/open.h"
#include "query/options.h"

namespace nutgraf::query {

/// An article, or one passage of it, that was named on the command line.
struct NamedArticle {
  std::string id;
  std::optional<std::uint32_t> passage;
  std::string query;  // that it was the result of; empty = it was named by itself
};

/// One id, ID#K, URL, or path that ends in an id; else several of these, separated by blanks. Throws
/// Failure(NothingFound) naming what is none of these.
[[nodiscard]] std::vector<NamedArticle> named_articles(const OpenIndex& index, const std::string& typed,
                                                       Numbers numbers);

/// The index of the last search on this terminal, if all words are numbers: of its results. Throws Failure(Usage) where
/// they are and no search is known.
[[nodiscard]] std::optional<std::string> index_of_numbers(std::span<const std::string> words);

}  // namespace nutgraf::query
