// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "core/index/layout.h"
#include "indexer/build/frozen_stage.h"
#include "indexer/command/agreement.h"
#include "indexer/command/build_report.h"
#include "indexer/command/commands.h"
#include "indexer/command/inputs.h"
#include "indexer/command/interrupt.h"
#include "indexer/command/ledger_revision.h"
#include "indexer/command/live_edit.h"
#include "indexer/command/live_index.h"
#include "indexer/command/publication.h"
#include "indexer/command/quarantine.h"
#include "indexer/command/reread_sink.h"
#include "indexer/command/run_pipeline.h"
#include "indexer/command/update_diff.h"
#include "indexer/ledger/ledger_index.h"
#include "indexer/ledger/rejects.h"
#include "indexer/read/roots.h"
#include "indexer/read/utf8.h"
#include "indexer/read/walk.h"
#include "indexer/store/generations.h"
#include "indexer/store/optimize.h"
#include "indexer/store/sums.h"

namespace nutgraf::command {
namespace {

/// Terms of two analyzers, or classes of two stemmers, do not belong in one index.
void require_same_versions(const Contract& index) {
  const Contract ours = current_contract();
  const auto require_same = [](std::string_view what, const std::string& theirs, const std::string& here) {
    if (theirs != here) {
      throw Failure(ExitCode::Missing,
                    fmt::format("this index was made with {} {}, this program has {}; an update would mix them", what,
                                theirs, here),
                    "nutgraf-index build INDEX reads everything again with what is here now");
    }
  };
  require_same("analyzer", index.analyzer, ours.analyzer);
  require_same("ICU", index.icu, ours.icu);
  require_same("Unicode", index.unicode, ours.unicode);
  require_same("stemmer", index.stemmer, ours.stemmer);
}

/// The remembered INPUTs that contain wanted files: dates and ids come from the way there.
std::vector<std::string> inputs_holding(const Wanted& wanted, const std::vector<std::string>& remembered) {
  std::vector<std::string> inputs;
  std::ranges::copy_if(remembered, std::back_inserter(inputs), [&](const std::string& input) {
    const std::filesystem::path path = read::absolute_path(input);
    const std::string name = read::path_name(path.native());
    std::error_code error;
    return std::filesystem::exists(path, error) &&
           std::ranges::any_of(wanted, [&](const auto& file) { return read::holds(name, file.first); });
  });
  return inputs;
}

/// What is to be read again, and how the index remembers to read it.
struct Request {
  const Wanted& wanted;
  const read::ReadOptions& remembered;
  build::FrozenStage& known;
};

std::filesystem::path scratch_of_update(const IndexOptions& options) {
  return options.writing.scratch.empty() ? store::update_scratch(options.index)
                                         : options.writing.scratch / store::scratch_name(options.index);
}

/// What the build of the index found, applied to each batch; then copies among the articles that joined no group of it.
Preparation settled_by(build::FrozenStage& known, const read::ReadOptions& reading, const IndexOptions& options) {
  Preparation preparation{std::nullopt, [&known](build::Batch& batch) { known.settle(batch); }};
  if (known.knows()) {
    survey::SurveyOptions& survey =
        preparation.survey.emplace(survey_options(reading, options.writing.memory, {scratch_of_update(options), {}}));
    survey.boilerplate = survey::Furniture::Kept;  // only a build says what else is boilerplate
    survey.frozen.clear();
    survey.recurring = known.recurring();
  }
  return preparation;
}

/// Where the last record of an id has gone, the one before it is read again out of a file that has not changed.
void reread(const Request& request, const IndexOptions& options, UpdateDiff& diff, build::PipelineResult& result) {
  read::ReadOptions reading = request.remembered;
  reading.inputs = inputs_holding(request.wanted, reading.inputs);
  RereadSink sink(request.wanted, diff);
  build::PipelineResult again = run_pipeline(reading, options, sink, settled_by(request.known, reading, options));
  result.vocabulary.merge(std::move(again.vocabulary));
  result.shortened_terms += again.shortened_terms;
  result.copies += again.copies;
  result.copy_groups += again.copy_groups;
  result.trimmed += again.trimmed;
}

/// Those of before whose files were not read again and are still known, then the new ones.
std::vector<read::Reject> all_rejects(const std::filesystem::path& live, const UpdateDiff& seen,
                                      const build::PipelineResult& result) {
  std::vector<read::Reject> rejects;
  std::ranges::copy_if(ledger::read_rejects(live), std::back_inserter(rejects),
                       [&](const read::Reject& reject) { return seen.was_passed_over(reject.path); });
  rejects.insert(rejects.end(), result.rejects.begin(), result.rejects.end());
  rejects.insert(rejects.end(), result.passed_over.begin(), result.passed_over.end());
  return rejects;
}

/// Everything an update knows when all has been read.
struct Outcome {
  const std::filesystem::path& live;  // the generation before
  const ledger::Manifest& before;     // its manifest
  const build::PipelineResult& result;
  const LedgerRevision& revision;
  std::vector<read::Reject> rejects;
  read::ReadOptions remembered;
};

/// Writes the tables anew where many small updates have fragmented them; their density when that was last done.
std::uint64_t rewrite_if_fragmented(const store::NewGeneration& generation, std::uint64_t passages,
                                    std::uint64_t density) {
  if (!store::is_fragmented(store::density_of(generation.passages(), passages), density)) {
    return density;
  }
  store::compact_in_place(generation.passages());
  return store::density_of(generation.passages(), passages);
}

void write_sidecars(const store::NewGeneration& generation, const Outcome& outcome, const Contract& contract,
                    std::uint64_t density) {
  ledger::Writer writer(generation.folder() / layout::kSources, outcome.remembered);
  for (const ledger::FileEntry& entry : outcome.revision.files) {
    writer.write(entry);
  }
  writer.close();
  ledger::write_rejects(generation.folder(), outcome.rejects);
  ledger::Manifest manifest = outcome.before;
  manifest.generation = generation.name();
  manifest.built_at = ledger::utc_now();
  manifest.command = "update";
  manifest.reading = outcome.remembered;
  manifest.contract = contract;
  manifest.density = density;
  manifest.files = outcome.revision.files.size();
  manifest.rejected = lost_records(outcome.rejects);
  manifest.skipped = outcome.result.skipped;
  manifest.sums = store::sums_of_copy(generation.folder(), {outcome.live, outcome.before.sums});
  ledger::write_manifest(generation.folder(), manifest);
}

/// Whoever prunes wants articles to go; a handful is no accident, however small the index.
Shrinking shrinking_of(const Outcome& outcome, const WritingOptions& writing) {
  constexpr std::size_t kHandful = 10;
  return outcome.revision.vanished.size() < kHandful ? Shrinking::Allowed : writing.shrinking;
}

void publish_edit(LiveEdit& edit, const Outcome& outcome, const WritingOptions& writing, const Console& console) {
  const Contract contract = edit.finish(outcome.result.vocabulary);
  Interrupt::check();
  const std::uint64_t density = rewrite_if_fragmented(edit.generation(), contract.passages, outcome.before.density);
  write_sidecars(edit.generation(), outcome, contract, density);
  require_sound(edit.generation(), writing.verify);
  require_no_shrinking({outcome.before.contract.articles, contract.articles}, shrinking_of(outcome, writing));
  Interrupt::check();
  publish(edit.generation(), writing.keep, console);
}

/// An empty folder may be where a disk is mounted at other times.
void say_empty_inputs(const Scope& scope, const ledger::LedgerIndex& known, const Console& console) {
  for (const std::string& input : scope.empty) {
    const std::string name = read::path_name(read::absolute_path(input).native());
    LedgerCounts stay;
    for (const ledger::FileEntry& file : known.files()) {
      if (read::holds(name, file.file.path)) {
        stay.add(file);
      }
    }
    if (stay.articles != 0) {
      console.warn(
          fmt::format("{} is empty: the index keeps {} from it, in case its disk is not mounted "
                      "(build --allow-shrink or delete removes what is gone)",
                      read::as_typed(input), counted(stay.articles, "article")));
    }
  }
}

void count(Report& report, const LedgerRevision& revision, Vanished vanished) {
  LedgerCounts after;
  std::ranges::for_each(revision.files, [&](const ledger::FileEntry& file) { after.add(file); });
  report.articles = after.articles;
  report.passages = after.passages;
  report.added = revision.added;
  report.replaced = revision.replaced;
  report.unchanged = revision.unchanged;
  (vanished == Vanished::Pruned ? report.pruned : report.vanished) = revision.vanished.size();
}

}  // namespace

ExitCode update(const IndexOptions& options, const Console& console) {
  const Interrupt interrupt;
  const Stopwatch watch;
  const LockedIndex locked(options.index, options.writing.lock_timeout);
  const LiveIndex& live = locked.live;
  const ledger::Manifest before = ledger::read_manifest(live.folder);
  require_same_versions(before.contract);
  read::ReadOptions reading = reading_for_update(options.reading, before);
  const read::ReadOptions remembered = remembered_reading(reading, before);
  const Scope scope = scope_of(reading.inputs, remembered.inputs, reading.roots);
  reading.inputs = scope.order.sorted(std::move(reading.inputs));
  const ledger::LedgerIndex known(live.folder / layout::kSources);
  require_agreement(live.folder, count_ledger(known), before.contract);

  LiveEdit edit(options.index, options.writing.run);
  UpdateDiff diff(known, edit, scope);
  build::FrozenStage found_by_build(live.folder, reading);
  build::PipelineResult result = run_pipeline(reading, options, diff, settled_by(found_by_build, reading, options));
  require_no_reject(result.rejects, options.on_error);
  LedgerRevision revision = revise(known, diff, result);
  if (!revision.wanted.empty()) {
    reread({revision.wanted, remembered, found_by_build}, options, diff, result);
    revision = revise(known, diff, result);
  }
  std::ranges::copy(revision.duplicates, std::back_inserter(result.rejects));
  result.duplicate_ids += revision.duplicates.size();
  if (options.vanished == Vanished::Pruned) {
    std::ranges::for_each(revision.vanished, [&](const std::string& id) { edit.remove(id); });
    prune(revision);
  }

  found_by_build.count(result);
  Report report = report_of(result, options);
  count(report, revision, options.vanished);
  report.generation = live.generation;
  const bool is_news = edit.has_changes() || declares_news(revision, known);
  if (is_news && options.writing.run == Run::Real) {
    edit.open();
    const Outcome outcome{live.folder, before, result, revision, all_rejects(live.folder, diff, result), remembered};
    publish_edit(edit, outcome, options.writing, console);
    report.generation = edit.generation().name();
  } else if (options.writing.run == Run::Real) {
    store::remove_unfinished(options.index);
  }
  report.seconds = watch.seconds();
  say_losses(result, console);
  say_empty_inputs(scope, known, console);
  if (options.on_error == OnError::Quarantine && options.writing.run == Run::Real) {
    quarantine(options.index, result.rejects, console);
  }
  console.report(report);
  if (options.writing.run == Run::Dry) {
    console.log("dry run: nothing was written");
  }
  return exit_code(result, options.strictness);
}

}  // namespace nutgraf::command
