// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "query/view/hit.h"

/// Occurrences of a query in their context.
namespace nutgraf::view {

enum class ContextUnit : std::uint8_t { Words, Characters, Sentence };

struct ContextSize {
  std::uint32_t count = 80;                    // not of sentences: there is one
  ContextUnit unit = ContextUnit::Characters;  // code points
};

/// What lines are sorted by: 0 = the node, -1 = L1, 2 = R2, or the day.
using SortKeys = std::vector<int>;
inline constexpr int kMostSortKey = 5;
inline constexpr int kOldestFirst = 1000;
inline constexpr int kNewestFirst = -1000;

struct ConcordanceOptions {
  std::uint64_t limit = 0xFFFFFFFF;
  std::optional<std::uint64_t> sample;  // N lines, chosen at random
  std::uint64_t seed = 1;
  ContextSize context;
  SortKeys sort;  // empty = in index order
};

struct ConcordanceLine {
  std::string id;
  std::uint32_t passage = 0;
  ArticleRecord record;
  std::string left;  // of the article, white space collapsed; ends where the node begins
  std::string node;
  std::string right;
  std::optional<CodePoints> place;  // of the node in the passage; nothing in the title, which is no part of it
  // As written, one character each in scripts without spaces; as many as the order of the lines needs.
  std::vector<std::string> words_left;   // L1, L2, ...
  std::vector<std::string> words_right;  // R1, R2, ...
};

using TakeLine = std::function<void(const ConcordanceLine& line)>;

/// Stable, by the Unicode collation order of the words, or by the day, undated lines last; then as they came.
void sort_lines(std::vector<ConcordanceLine>& lines, const SortKeys& keys);

}  // namespace nutgraf::view
