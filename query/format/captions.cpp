// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/format/captions.h"

#include <fmt/format.h>

namespace nutgraf::format {

std::string citation(const view::Hit& hit) {
  std::string line = hit.record.source;
  const auto add = [&](const std::string& part) { line += line.empty() ? part : " · " + part; };
  add(hit.record.date.empty() ? "undated" : hit.record.date);
  add(fmt::format("{}#{} of {}", hit.id, hit.passage, hit.passages));
  if (hit.record.origin.page != 0) {
    add(fmt::format("page {}", hit.record.origin.page));
  }
  if (!hit.copies.empty()) {
    add(fmt::format("+{} {}", hit.copies.size(), hit.copies.size() == 1 ? "copy" : "copies"));
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
