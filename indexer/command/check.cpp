// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <unordered_set>
#include <utility>

#include "core/text/display_width.h"
#include "indexer/command/agreement.h"
#include "indexer/command/commands.h"
#include "indexer/command/live_index.h"
#include "indexer/ledger/rejects.h"
#include "indexer/report.h"
#include "indexer/store/generations.h"
#include "indexer/store/verify.h"

namespace nutgraf::command {
namespace {

/// Runs `look` and keeps what it complains of.
template <typename Look>
void collect(std::vector<std::string>& problems, const Look& look) {
  try {
    look();
  } catch (const Failure& failure) {
    problems.emplace_back(failure.what());
  }
}

}  // namespace

ExitCode check(const IndexOptions& options, const Console& console) {
  const LiveIndex live = live_index(options.index);
  std::vector<std::string> problems;
  collect(problems, [&] { problems = store::verify(live.folder, store::VerifyLevel::Full); });
  ledger::Manifest manifest;
  collect(problems, [&] {
    manifest = ledger::read_manifest(live.folder);
    if (std::string problem = disagreement(count_ledger(live.folder), manifest.contract); !problem.empty()) {
      problems.push_back(std::move(problem));
    }
  });
  collect(problems, [&] { (void)ledger::read_rejects(live.folder); });
  for (const std::filesystem::path& left : store::leftovers(options.index)) {
    console.log(fmt::format("{} is of a writer that runs or was killed, or was rolled back; the next build removes it",
                            left.string()));
  }
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
      "nutgraf-index rollback goes back to the generation before; build makes a new one");
}

}  // namespace nutgraf::command
