// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "core/base/failure.h"
#include "indexer/build/types.h"
#include "indexer/console.h"
#include "indexer/ledger/ledger.h"
#include "indexer/ledger/manifest.h"
#include "indexer/options.h"
#include "indexer/report.h"

/// From what a pipeline found to what is told of it: ledger lines, manifest, report, complaints.
namespace nutgraf::command {

class Stopwatch {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// Every file with its articles, in input order.
[[nodiscard]] std::vector<ledger::FileEntry> file_entries(const build::PipelineResult& result);

[[nodiscard]] ledger::Manifest manifest_of(const build::PipelineResult& result, const read::ReadOptions& reading);

/// Counts of files, losses and remarks; articles and passages are the contract's.
[[nodiscard]] Report report_of(const build::PipelineResult& result, const IndexOptions& options);

/// Of a command that reads no input: what the index has after it.
[[nodiscard]] Report report_of(std::string command, const IndexOptions& options, const ledger::Manifest& after);

/// The first few rejects, and INPUTs that gave nothing, as lines for people, and how many more there are.
void say_losses(const build::PipelineResult& result, const Console& console);

/// Of records and files that should have become articles: neither duplicates nor files passed over on purpose.
[[nodiscard]] std::uint64_t lost_records(const std::vector<read::Reject>& rejects);

/// Throws Failure(Failed) for the first lost record under --on-error fail.
void require_no_reject(const std::vector<read::Reject>& rejects, OnError on_error);

/// Done, or 1 under --strict where records were lost or an INPUT gave nothing.
[[nodiscard]] ExitCode exit_code(const build::PipelineResult& result, Strictness strictness);

}  // namespace nutgraf::command
