// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <unordered_set>
#include <utility>

#include "core/base/denial.h"
#include "core/index/layout.h"
#include "core/index/lock_file.h"
#include "core/text/display_width.h"
#include "indexer/command/agreement.h"
#include "indexer/command/commands.h"
#include "indexer/command/live_index.h"
#include "indexer/command/recovery.h"
#include "indexer/ledger/rejects.h"
#include "indexer/report.h"
#include "indexer/store/apart.h"
#include "indexer/store/generations.h"
#include "indexer/store/sums.h"
#include "indexer/store/verify.h"
#include "indexer/store/verify_tables.h"

namespace nutgraf::command {
namespace {

/// Runs `look` and keeps what it complains of; that something may not be read is no complaint about the index.
template <typename Look>
void collect(std::vector<std::string>& problems, const Look& look) {
  try {
    look();
  } catch (const Failure& failure) {
    if (failure.advice() == kOnDenial) {
      throw;
    }
    problems.emplace_back(failure.what());
  }
}

/// What the stub should contain, byte by byte; those that older programs wrote have no sum.
void compare_stub(std::vector<std::string>& problems, const std::filesystem::path& index, const LiveIndex& live) {
  const std::filesystem::path stub = index / layout::kStub;
  if (layout::read_stub(stub) != layout::stub_text(live.generation)) {
    problems.push_back(fmt::format("{} is damaged: it is not what a writer put there", stub.string()));
  }
}

/// The bytes of every file; `manifest` is filled in if it can be read.
std::vector<std::string> check_bytes(const std::filesystem::path& index, const LiveIndex& live,
                                     ledger::Manifest& manifest) {
  std::vector<std::string> problems;
  collect(problems, [&] { manifest = ledger::read_manifest(live.folder); });
  if (!manifest.sums.empty()) {
    compare_stub(problems, index, live);
    const std::vector<std::string> more = store::differences({live.folder, manifest.sums});
    problems.insert(problems.end(), more.begin(), more.end());
  }
  return problems;
}

/// What the files say, and whether they agree.
std::vector<std::string> check_contents(const LiveIndex& live, const ledger::Manifest& manifest) {
  std::vector<std::string> problems = store::verify(live.folder, store::VerifyLevel::Full);
  collect(problems, [&] {
    if (std::string problem = disagreement(count_ledger(live.folder), manifest.contract); !problem.empty()) {
      problems.push_back(std::move(problem));
    }
  });
  collect(problems, [&] { (void)ledger::read_rejects(live.folder); });
  return problems;
}

/// Of writers, and what the check could not do.
void say_remarks(const std::filesystem::path& index, const LiveIndex& live, const ledger::Manifest& manifest,
                 const Console& console) {
  const std::optional<LockHolder> writer = running_writer(index);
  if (writer) {
    console.log(fmt::format("{} is being written by {}; this is about generation {}", index.string(), describe(*writer),
                            live.generation));
  }
  for (const std::filesystem::path& left : store::leftovers(index)) {
    if (!writer) {
      console.log(fmt::format("{} is of a writer that was killed, or was rolled back; the next build removes it",
                              left.string()));
    }
  }
  if (manifest.sums.empty() && !manifest.generation.empty()) {
    console.log("an older program made this generation and kept no sums of its files: the next build does");
  }
  if (store::possible_check(live.folder / layout::kPassages) == store::TableCheck::Entries) {
    console.log("the tables may not be opened for writing, so Xapian's own check of them was left out");
  }
}

LiveIndex live_or_remedy(const std::filesystem::path& index) {
  try {
    return live_index(index);
  } catch (const Failure& failure) {
    if (layout::finished_generations(index).empty() || failure.advice() == kOnDenial) {
      throw;
    }
    throw Failure(failure.code(), failure.what(), remedy(index, {}));
  }
}

}  // namespace

ExitCode check(const IndexOptions& options, const Console& console) {
  const LiveIndex live = live_or_remedy(options.index);
  ledger::Manifest manifest;
  std::vector<std::string> problems = check_bytes(options.index, live, manifest);
  if (problems.empty()) {
    problems = store::look_apart([&] { return check_contents(live, manifest); });
  }
  say_remarks(options.index, live, manifest, console);
  if (problems.empty()) {
    console.log(fmt::format("{} is sound: generation {}, {}, {}", options.index.string(), live.generation,
                            counted(manifest.contract.articles, "article"),
                            counted(manifest.contract.passages, "passage")));
    return ExitCode::Done;
  }
  const std::unordered_set<std::string> distinct(problems.begin(), problems.end());
  for (const std::string& problem : problems) {
    console.print(without_controls(problem) + "\n");
  }
  throw Failure(
      ExitCode::Missing,
      fmt::format("{} is damaged: {}", options.index.string(), counted(distinct.size(), "problem") + " found"),
      remedy(options.index, live.generation));
}

}  // namespace nutgraf::command
