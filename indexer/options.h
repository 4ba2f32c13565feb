// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/cli/terminal.h"
#include "indexer/preview/preview.h"
#include "indexer/store/verify.h"
#include "indexer/survey/options.h"

/// What a run of nutgraf-index is to do, with everything decided: the environment has been asked, defaults are filled
/// in.
namespace nutgraf {

enum class Command : std::uint8_t { Build, Update, Delete, Rollback, Check, Stats, Optimize, Export, Preview };
enum class Switch : std::uint8_t { Off, On };
enum class ReportForm : std::uint8_t { Text, Json };
enum class OnError : std::uint8_t {
  SkipRecords,  // nothing was said: files and records are skipped, a folder that cannot be read ends a build
  Skip,
  Fail,
  Quarantine,  // as SkipRecords; what was skipped is copied into the index
};
enum class Strictness : std::uint8_t { Lenient, Strict };
enum class Shrinking : std::uint8_t { Refused, Allowed };
enum class Vanished : std::uint8_t { Kept, Pruned };
enum class Run : std::uint8_t { Real, Dry };
enum class Writer : std::uint8_t { Bulk, Api };  // who writes the tables of a build: ourselves, or Xapian's API
enum class Resumption : std::uint8_t { Fresh, Resumed };
enum class Erasure : std::uint8_t { Forgotten, Purged };
enum class Blocking : std::uint8_t { Kept, Lifted };  // of texts that were purged
enum class StatsView : std::uint8_t { Summary, Rejects };

/// How to read, as typed: what is absent is what the index remembers, or the default.
struct ReadingChoice {
  std::vector<std::string> inputs;
  std::vector<std::string> roots;
  std::optional<std::string> language;  // empty = detect
  std::optional<std::string> format;
  std::optional<std::string> date_from;
  std::vector<std::pair<std::string, std::string>> map;
  std::vector<std::pair<std::string, std::string>> set;
  Switch source_from_folder = Switch::Off;
  std::optional<std::string> meta_file;
  std::optional<std::string> meta_lines;
  std::optional<unsigned> split_level;
  std::optional<Switch> repair;
  std::optional<std::uint64_t> unpack_bytes;
  std::optional<std::uint64_t> unpack_ratio;
  std::optional<std::uint64_t> unpack_depth;
  std::optional<unsigned> copies_window;  // days
  std::optional<survey::Furniture> boilerplate;
};

struct WritingOptions {
  unsigned threads = 0;                            // analysis workers; never 0 once decided
  std::uint64_t memory = std::uint64_t{1} << 30U;  // bytes
  std::filesystem::path scratch;                   // folder for temporary files; empty = in the index
  int keep = 1;                                    // earlier generations kept
  std::chrono::milliseconds lock_timeout{10'000};
  store::VerifyLevel verify = store::VerifyLevel::Sampled;
  Writer writer = Writer::Bulk;
  Shrinking shrinking = Shrinking::Refused;
  Run run = Run::Real;
  Resumption resumption = Resumption::Fresh;
};

struct IndexOptions {
  Command command = Command::Stats;
  std::filesystem::path index;  // empty for preview
  cli::ConsoleOptions console;
  ReportForm report = ReportForm::Text;
  ReadingChoice reading;
  WritingOptions writing;
  OnError on_error = OnError::SkipRecords;
  Strictness strictness = Strictness::Lenient;
  Vanished vanished = Vanished::Kept;
  std::vector<std::string> ids;  // delete
  std::string ids_file;          // delete: one id per line, "-" = standard input
  std::string query;             // delete: articles that match it, too
  std::string match;             // of its bare words: any, all or phrase; empty: a query of one meaning only
  Erasure erasure = Erasure::Forgotten;
  Blocking blocking = Blocking::Kept;
  std::string export_file;  // empty = standard output
  std::string rollback_to;  // number of a generation; empty = the sound one before the live one
  preview::Detail preview_detail = preview::Detail::Passages;
  StatsView stats_view = StatsView::Summary;
  ReportForm stats_form = ReportForm::Text;
};

}  // namespace nutgraf
