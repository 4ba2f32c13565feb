// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/publication.h"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "core/base/failure.h"
#include "indexer/command/agreement.h"
#include "indexer/ledger/manifest.h"
#include "indexer/report.h"
#include "indexer/store/verify.h"

namespace nutgraf::command {

void require_sound(const store::NewGeneration& generation, store::VerifyLevel level) {
  std::vector<std::string> problems = store::verify(generation.folder(), level);
  const Contract counts = ledger::read_manifest(generation.folder()).contract;
  if (std::string problem = disagreement(count_ledger(generation.folder()), counts); !problem.empty()) {
    problems.push_back(std::move(problem));
  }
  if (problems.empty()) {
    return;
  }
  std::string message = fmt::format("the new index in {} did not pass its check and was not swapped in: {}",
                                    generation.folder().string(), problems.front());
  if (problems.size() > 1) {
    message += fmt::format(" ({} more)", fmt::group_digits(problems.size() - 1));
  }
  throw Failure(ExitCode::Failed, message, "the index before still answers; try again, and report it if it stays");
}

void require_no_shrinking(ArticleCounts counts, Shrinking shrinking) {
  constexpr std::uint64_t kPercent = 80;
  if (shrinking == Shrinking::Allowed || counts.after * 100 >= counts.before * kPercent) {
    return;
  }
  throw Failure(ExitCode::Failed,
                fmt::format("only {} of {} would be left (less than {} %), so the index was not swapped",
                            fmt::group_digits(counts.after), counted(counts.before, "article"), kPercent),
                "see that all inputs are there; if they are, add --allow-shrink");
}

void publish(store::NewGeneration& generation, int keep, const Console& console) {
  warn_if_unsure(generation.publish(keep), generation.name(), console);
}

void warn_if_unsure(store::Durability durability, std::string_view generation, const Console& console) {
  if (durability == store::Durability::Unsure) {
    console.warn(
        fmt::format("generation {} is live, but its durability is not sure: the disk did not confirm it, and "
                    "after a power cut the one before may be live again",
                    generation));
  }
}

}  // namespace nutgraf::command
