// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/format/captions.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace nutgraf::format {
namespace {

/// Who printed a copy, and when.
std::string printing(const view::Printing& copy) {
  return fmt::format("{} {}", copy.source.empty() ? copy.id : copy.source, copy.date.empty() ? "undated" : copy.date);
}

/// "+4 copies: The Post 2023-06-19, ...", the earliest first, undated ones last.
std::string copies_named(std::vector<view::Printing> copies) {
  constexpr std::size_t kMost = 3;
  std::ranges::stable_sort(copies, [](const view::Printing& a, const view::Printing& b) {
    return std::pair(a.date.empty(), a.date) < std::pair(b.date.empty(), b.date);
  });
  std::string named = fmt::format("+{} {}: ", copies.size(), copies.size() == 1 ? "copy" : "copies");
  const std::size_t shown = std::min(kMost, copies.size());
  for (std::size_t i = 0; i < shown; ++i) {
    named.append(i == 0 ? "" : ", ").append(printing(copies[i]));
  }
  return shown == copies.size() ? named : fmt::format("{}, {} more", named, copies.size() - shown);
}

}  // namespace

std::string citation(const view::Hit& hit) {
  std::string line = hit.record.source;
  const auto add = [&](const std::string& part) { line += line.empty() ? part : " · " + part; };
  add(hit.record.date.empty() ? "undated" : hit.record.date);
  add(fmt::format("{}#{} of {}", hit.id, hit.passage, hit.passages));
  if (hit.record.origin.page != 0) {
    add(fmt::format("page {}", hit.record.origin.page));
  }
  if (!hit.copies.empty()) {
    add(copies_named(hit.copies));
  }
  return line;
}

std::string place_of(const ArticleRecord& record) {
  if (!record.url.empty()) {
    return record.url;
  }
  return record.origin.member.empty() ? record.origin.path : record.origin.path + "!" + record.origin.member;
}

std::string range_of(const view::Answer& answer) {
  if (answer.total == 0) {
    return "nothing found";
  }
  const std::string total = fmt::format("{}{}", answer.relation == view::Relation::Approximate ? "about " : "",
                                        fmt::group_digits(answer.total));
  if (answer.hits.empty()) {
    return fmt::format("0 of {}", total);
  }
  const std::string last = fmt::format("{}", fmt::group_digits(answer.offset + answer.hits.size()));
  return answer.offset == 0 ? fmt::format("{} of {}", last, total)
                            : fmt::format("{}-{} of {}", fmt::group_digits(answer.offset + 1), last, total);
}

std::string advice_for_more(const view::Answer& answer) {
  const std::uint64_t shown = answer.offset + answer.hits.size();
  if (answer.hits.empty() || shown >= answer.total) {
    return {};
  }
  if (answer.offset == 0 && answer.relation == view::Relation::Exact) {
    return fmt::format("more: -n {}", answer.total);
  }
  return fmt::format("more: --offset {}", shown);
}

}  // namespace nutgraf::format
