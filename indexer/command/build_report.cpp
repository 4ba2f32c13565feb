// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/build_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "indexer/ledger/rejects.h"
#include "indexer/read/utf8.h"
#include "indexer/read/walk.h"

namespace nutgraf::command {
namespace {

constexpr std::size_t kNamed = 5;

void say_how_many_more(std::size_t count, const Console& console) {
  if (count > kNamed) {
    console.warn(fmt::format("... and {} more", fmt::group_digits(count - kNamed)));
  }
}

void say_rejects(const std::vector<read::Reject>& rejects, const Console& console) {
  for (const read::Reject& reject : std::span(rejects).first(std::min(kNamed, rejects.size()))) {
    console.warn(ledger::to_line(reject));
  }
  say_how_many_more(rejects.size(), console);
}

/// " (binary)" where an input is a file that was passed over, else nothing.
std::string why_fruitless(const std::string& input, const build::PipelineResult& result) {
  const std::string path = read::path_name(read::absolute_path(input).native());
  const auto found = std::ranges::find(result.passed_over, path, &read::Reject::path);
  return found == result.passed_over.end() ? std::string() : fmt::format(" ({})", found->reason);
}

}  // namespace

std::vector<ledger::FileEntry> file_entries(const build::PipelineResult& result) {
  std::vector<ledger::FileEntry> entries;
  entries.reserve(result.files.size());
  std::unordered_map<std::string_view, std::size_t> places;
  for (const read::FileFacts& file : result.files) {
    places.emplace(file.path, entries.size());
    entries.push_back({file, {}, {}, {}});
  }
  for (const build::ArticleFacts& article : result.articles) {
    if (const auto place = places.find(article.path); place != places.end()) {
      entries[place->second].articles.push_back({article.id, article.hash, article.passages});
    }
  }
  for (const build::AbsentFacts& absent : result.absent) {
    if (const auto place = places.find(absent.path); place != places.end() && absent.path != read::kStandardInput) {
      entries[place->second].absent.push_back({absent.id, absent.hash, absent.why});
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
  report.files = result.met;
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
  report.mended = result.mended;
  report.shortened_terms = result.shortened_terms;
  report.copies = result.copies;
  report.copy_groups = result.copy_groups;
  report.trimmed = result.trimmed;
  report.joined = result.joined;
  report.blocked = result.blocked;
  return report;
}

Report report_of(std::string command, const IndexOptions& options, const ledger::Manifest& after) {
  Report report;
  report.command = std::move(command);
  report.index = options.index.string();
  report.generation = after.generation;
  report.articles = after.contract.articles;
  report.passages = after.contract.passages;
  return report;
}

void say_losses(const build::PipelineResult& result, const Console& console) {
  say_rejects(result.rejects, console);
  for (const std::string& input : std::span(result.fruitless).first(std::min(kNamed, result.fruitless.size()))) {
    console.warn(fmt::format("{}: no article came of this input{}", input, why_fruitless(input, result)));
  }
  say_how_many_more(result.fruitless.size(), console);
}

std::uint64_t lost_records(const std::vector<read::Reject>& rejects) {
  return static_cast<std::uint64_t>(std::ranges::count(rejects, read::Loss::Record, &read::Reject::loss));
}

void require_no_reject(const std::vector<read::Reject>& rejects, OnError on_error) {
  const auto lost = std::ranges::find(rejects, read::Loss::Record, &read::Reject::loss);
  if (on_error == OnError::Fail && lost != rejects.end()) {
    throw Failure(ExitCode::Failed, ledger::to_line(*lost),
                  "nothing was changed; --on-error skip leaves such records out and continues");
  }
}

ExitCode exit_code(const build::PipelineResult& result, Strictness strictness) {
  const bool whole = lost_records(result.rejects) == 0 && result.fruitless.empty();
  return strictness == Strictness::Strict && !whole ? ExitCode::NothingFound : ExitCode::Done;
}

}  // namespace nutgraf::command
