// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/index/layout.h"
#include "core/index/missing.h"
#include "indexer/command/build_report.h"
#include "indexer/command/commands.h"
#include "indexer/command/live_index.h"
#include "indexer/command/publication.h"
#include "indexer/command/purge.h"
#include "indexer/command/recovery.h"
#include "indexer/store/generations.h"

namespace nutgraf::command {
namespace {

/// The one that was asked for, "7" as well as "0007".
std::string wanted_generation(const IndexOptions& options, const std::vector<std::string>& generations) {
  const auto number = [](std::string_view name) {
    return name.substr(std::min(name.find_first_not_of('0'), name.size()));
  };
  const auto found = std::ranges::find_if(
      generations, [&](const std::string& name) { return number(name) == number(options.rollback_to); });
  if (found == generations.end()) {
    throw Failure(ExitCode::Missing,
                  fmt::format("{} has no generation {}", options.index.string(), options.rollback_to),
                  fmt::format("it has {}", fmt::join(generations, ", ")));
  }
  if (const auto problems = store::problems_of(options.index, *found); !problems.empty()) {
    throw Failure(ExitCode::Missing, fmt::format("generation {} is not sound: {}", *found, problems.front()),
                  remedy(options.index, *found));
  }
  return *found;
}

std::string newest_sound_target(const IndexOptions& options, const Console& console) {
  const std::vector<std::string> targets = store::rollback_targets(options.index);
  for (const std::string& name : targets) {
    const std::vector<std::string> problems = store::problems_of(options.index, name);
    if (problems.empty()) {
      return name;
    }
    console.warn(fmt::format("generation {} is not sound: {}", name, problems.front()));
  }
  const auto live = layout::live_generation(options.index);
  if (!live) {
    throw Failure(ExitCode::Missing, fmt::format("no generation of {} is sound", options.index.string()),
                  remedy(options.index, {}));
  }
  const std::string other = sound_rollback(options.index, *live);
  throw Failure(ExitCode::Missing,
                fmt::format("{} has no {} before {}", options.index.string(),
                            targets.empty() ? "generation" : "sound generation", *live),
                other.empty() ? "no other generation is sound, so the live one stays" : other);
}

/// The swap is done: what killed writers left may also go with the next command.
void clear_away(const std::filesystem::path& index, const Console& console) {
  try {
    store::remove_unfinished(index);
  } catch (const Failure& failure) {
    console.warn(fmt::format("{}; the next command that writes tries again", failure.what()));
  }
}

}  // namespace

ExitCode rollback(const IndexOptions& options, const Console& console) {
  const store::WriterLock lock = lock_index(options.index, options.writing.lock_timeout);
  const std::vector<std::string> generations = layout::finished_generations(options.index);
  if (generations.empty()) {
    throw missing_index_of_writer(options.index);
  }
  const auto before = layout::live_generation(options.index);
  const std::string now =
      options.rollback_to.empty() ? newest_sound_target(options, console) : wanted_generation(options, generations);
  require_none_blocked(options.index, layout::generation_folder(options.index, now));
  // Read before the swap: what fails after it would say that the old one still answers.
  Report report = report_of("rollback", options, ledger::read_manifest(layout::generation_folder(options.index, now)));
  const store::Durability durability = store::make_live(options.index, now);
  clear_away(options.index, console);
  report.previous = before && *before != now ? *before : std::string();
  console.report(report);
  warn_if_unsure(durability, now, console);
  return ExitCode::Done;
}

}  // namespace nutgraf::command
