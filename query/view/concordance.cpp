// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/concordance.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "query/view/collation.h"

namespace nutgraf::view {
namespace {

std::string_view word_at(const ConcordanceLine& line, int place) {
  if (place == 0) {
    return line.node;
  }
  const std::vector<std::string>& words = place < 0 ? line.words_left : line.words_right;
  const auto at = static_cast<std::size_t>(std::abs(place)) - 1;
  return at < words.size() ? std::string_view(words[at]) : std::string_view();
}

}  // namespace

void sort_lines(std::vector<ConcordanceLine>& lines, const SortKeys& keys) {
  if (keys.empty()) {
    return;
  }
  const Collation collation;
  std::vector<std::pair<std::string, std::size_t>> order;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string key;
    for (const int place : keys) {
      key += collation.key(word_at(lines[i], place));  // ends in a zero byte that no key has elsewhere
    }
    order.emplace_back(std::move(key), i);
  }
  std::sort(order.begin(), order.end());
  std::vector<ConcordanceLine> sorted;
  sorted.reserve(lines.size());
  for (const auto& [key, at] : order) {
    sorted.push_back(std::move(lines[at]));
  }
  lines = std::move(sorted);
}

}  // namespace nutgraf::view
