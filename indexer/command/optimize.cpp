// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/optimize.h"

#include <fmt/format.h>

#include <cstdint>

#include "core/index/layout.h"
#include "indexer/command/build_report.h"
#include "indexer/command/commands.h"
#include "indexer/command/interrupt.h"
#include "indexer/command/live_index.h"
#include "indexer/command/publication.h"
#include "indexer/store/files.h"
#include "indexer/store/sums.h"

namespace nutgraf::command {
namespace {

namespace fs = std::filesystem;

/// Everything beside the passages.
void copy_sidecars(const fs::path& from, const fs::path& to) {
  for (const fs::directory_entry& entry : store::entries_of(from)) {
    if (entry.path().filename() != layout::kPassages) {
      (entry.is_directory() ? store::copy_tree : store::copy_regular_file)(entry.path(), to / entry.path().filename());
    }
  }
}

/// What is read here is written with new sums: damage would no longer show.
void require_undamaged(const fs::path& index, const store::SummedGeneration& live) {
  if (const std::vector<std::string> problems = store::differences(live); !problems.empty()) {
    throw Failure(ExitCode::Missing, problems.front(), fmt::format("nutgraf-index check {}", index.string()));
  }
}

}  // namespace

ExitCode optimize(const IndexOptions& options, const Console& console) {
  const Interrupt interrupt;
  const Stopwatch watch;
  const LockedIndex locked(options.index, options.writing.lock_timeout);
  const LiveIndex& live = locked.live;
  ledger::Manifest manifest = ledger::read_manifest(live.folder);
  require_undamaged(options.index, {live.folder, manifest.sums});

  store::NewGeneration generation = store::NewGeneration::create(options.index);
  copy_sidecars(live.folder, generation.folder());
  store::compact(live.folder / layout::kPassages, generation.passages());
  manifest.generation = generation.name();
  manifest.command = "optimize";
  manifest.density = store::density_of(generation.passages(), manifest.contract.passages);
  manifest.sums = store::sums_of(generation.folder());
  ledger::write_manifest(generation.folder(), manifest);
  require_sound(generation, options.writing.verify);
  Interrupt::check();
  Report report = report_of("optimize", options, manifest);
  report.previous = live.generation;
  report.size = store::bytes_in(generation.folder());
  report.previous_size = store::bytes_in(live.folder);
  publish(generation, options.writing.keep, console);
  report.seconds = watch.seconds();
  console.report(report);
  return ExitCode::Done;
}

}  // namespace nutgraf::command
