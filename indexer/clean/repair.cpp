// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/clean/repair.h"

#include <fmt/format.h>

#include <string_view>

#include "indexer/clean/line_end_hyphens.h"
#include "indexer/clean/mojibake.h"

namespace nutgraf::clean {
namespace {

constexpr const char* kMojibake = "mojibake";
constexpr const char* kHyphensNote = "line-end hyphens";

/// Counts the repairs of one rule and keeps the first of them.
OnRepair recorded(Repairs& repairs, const char* rule) {
  return [&repairs, rule](std::string_view before, std::string_view after) {
    constexpr std::size_t kExamples = 20;
    if (repairs.counts[rule]++ < kExamples) {
      repairs.examples.push_back({rule, std::string(before), std::string(after)});
    }
  };
}

}  // namespace

Repairs repair(Article& article) {
  Repairs repairs;
  ArticleRecord& record = article.record;
  const OnRepair on_mojibake = recorded(repairs, kMojibake);
  mend_mojibake(record.title, on_mojibake);
  mend_mojibake(record.section, on_mojibake);
  for (std::string& author : record.authors) {
    mend_mojibake(author, on_mojibake);
  }
  for (std::string& tag : record.tags) {
    mend_mojibake(tag, on_mojibake);
  }
  mend_mojibake(article.text, on_mojibake);
  close_line_end_hyphens(article.text, recorded(repairs, kHyphensNote));
  std::string note;
  for (const auto& [rule, places] : repairs.counts) {
    note += fmt::format("{}{} {}", note.empty() ? "" : ", ", rule, places);
  }
  if (!note.empty()) {
    record.meta.emplace_back("repairs", note);
  }
  return repairs;
}

}  // namespace nutgraf::clean
