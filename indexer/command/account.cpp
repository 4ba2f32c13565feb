// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/account.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <unordered_map>

#include "indexer/ledger/rejects.h"

namespace nutgraf::command {
namespace {

std::uint64_t total(const std::map<std::string, std::uint64_t>& counts) {
  std::uint64_t sum = 0;
  for (const auto& [name, count] : counts) {
    sum += count;
  }
  return sum;
}

}  // namespace

std::vector<ledger::FileEntry> file_entries(const build::PipelineResult& result) {
  std::vector<ledger::FileEntry> entries;
  entries.reserve(result.files.size());
  std::unordered_map<std::string_view, std::size_t> places;
  for (const read::FileFacts& file : result.files) {
    places.emplace(file.path, entries.size());
    entries.push_back({file, {}, {}});
  }
  for (const build::ArticleFacts& article : result.articles) {
    if (const auto place = places.find(article.path); place != places.end()) {
      entries[place->second].articles.push_back({article.id, article.hash, article.passages});
    }
  }
  return entries;
}

ledger::Manifest manifest_of(const build::PipelineResult& result, const read::ReadOptions& reading) {
  ledger::Manifest manifest;
  manifest.built_at = ledger::utc_now();
  manifest.reading = reading;
  manifest.contract = result.contract;
  manifest.files = result.files.size();
  manifest.rejected = lost_records(result.rejects);
  manifest.skipped = result.skipped;
  manifest.encodings = result.encodings;
  return manifest;
}

Report report_of(const build::PipelineResult& result, const IndexOptions& options) {
  Report report;
  report.command = options.command == Command::Build ? "build" : "update";
  report.index = options.index.string();
  report.files = result.files.size() + total(result.skipped);
  report.articles = result.contract.articles;
  report.passages = result.contract.passages;
  report.undated = result.contract.undated;
  report.bytes = result.bytes;
  report.skipped = result.skipped;
  report.rejected = lost_records(result.rejects);
  report.duplicate_ids = result.duplicate_ids;
  report.repaired = result.repaired;
  report.encodings = result.encodings;
  report.bad_dates = result.bad_dates;
  report.title_only = result.title_only;
  report.unmatched_maps = result.unmatched_maps;
  report.shortened_terms = result.shortened_terms;
  return report;
}

void say_rejects(const std::vector<read::Reject>& rejects, const Console& console) {
  constexpr std::size_t kShown = 5;
  for (const read::Reject& reject : std::span(rejects).first(std::min(kShown, rejects.size()))) {
    console.warn(ledger::to_line(reject));
  }
  if (rejects.size() > kShown) {
    console.warn(fmt::format("... and {} more", with_separators(rejects.size() - kShown)));
  }
}

std::uint64_t lost_records(const std::vector<read::Reject>& rejects) {
  return static_cast<std::uint64_t>(std::ranges::count(rejects, read::Loss::Record, &read::Reject::loss));
}

void require_no_reject(const std::vector<read::Reject>& rejects, OnError on_error) {
  const auto lost = std::ranges::find(rejects, read::Loss::Record, &read::Reject::loss);
  if (on_error == OnError::Fail && lost != rejects.end()) {
    throw Failure(ExitCode::Failed, ledger::to_line(*lost),
                  "nothing was changed; --on-error skip leaves such records out and goes on");
  }
}

ExitCode exit_code(const std::vector<read::Reject>& rejects, Strictness strictness) {
  return strictness == Strictness::Strict && lost_records(rejects) != 0 ? ExitCode::NothingFound : ExitCode::Done;
}

}  // namespace nutgraf::command
