// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/clean/repair.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "indexer/clean/line_end_hyphens.h"
#include "indexer/clean/mojibake.h"

namespace nutgraf::clean {
namespace {

constexpr const char* kMojibake = "mojibake";
constexpr const char* kEntities = "entities";
constexpr const char* kHyphensNote = "line-end hyphens";
constexpr std::size_t kExamples = 20;          // of one rule
constexpr std::string_view kNote = "repairs";  // of metadata

/// Counts the repairs of one rule and keeps the first of them.
OnRepair recorded(Repairs& repairs, const char* rule) {
  return [&repairs, rule](std::string_view before, std::string_view after) {
    if (repairs.counts[rule]++ < kExamples) {
      repairs.examples.push_back({rule, std::string(before), std::string(after)});
    }
  };
}

/// Their reader decoded them, since HTML has its own way with them.
void record_entities(const DecodedReferences& references, Repairs& repairs) {
  for (const auto& [written, decoded] : references) {
    std::size_t& places = repairs.counts[kEntities];
    if (places < kExamples) {
      repairs.examples.push_back({kEntities, written, decoded.character});
    }
    places += decoded.places;
  }
}

}  // namespace

Repairs repair(Article& article) {
  Repairs repairs;
  ArticleRecord& record = article.record;
  record_entities(std::exchange(article.references, {}), repairs);
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
  close_line_end_hyphens(article.text, recorded(repairs, kHyphensNote), article.broken_words);
  std::string note;
  for (const auto& [rule, places] : repairs.counts) {
    note += fmt::format("{}{} {}", note.empty() ? "" : ", ", rule, places);
  }
  if (!note.empty()) {
    record.meta.emplace_back(kNote, note);
  }
  return repairs;
}

void note_joined_words(ArticleRecord& record, std::size_t places) {
  const auto note =
      std::ranges::find(record.meta.rbegin(), record.meta.rend(), kNote, &std::pair<std::string, std::string>::first);
  const std::size_t rule = note == record.meta.rend() ? std::string::npos : note->second.find(kHyphensNote);
  if (rule != std::string::npos) {
    const std::size_t end = std::min(note->second.find(',', rule), note->second.size());
    note->second.insert(end, fmt::format(" ({} joined as the corpus writes them)", places));
  }
}

}  // namespace nutgraf::clean
