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

/// Bytes that sort as the days do; like those of a collation they end in a zero byte.
std::string day_key(std::string date, int order) {
  constexpr std::string_view kFirstDay = "0000-01-01";
  if (date.size() < kFirstDay.size() && !date.empty()) {  // a month or a year is sorted as its first day
    date += kFirstDay.substr(date.size());
  }
  if (date.empty()) {
    date = '\xFF';
  } else if (order == kNewestFirst) {
    std::transform(date.begin(), date.end(), date.begin(), [](char c) { return static_cast<char>(~c); });
  }
  return date + '\0';
}

bool is_day(int key) {
  return key == kOldestFirst || key == kNewestFirst;
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
      // Each ends in a zero byte that it has nowhere else.
      key += is_day(place) ? day_key(lines[i].record.date, place) : collation.key(word_at(lines[i], place));
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
