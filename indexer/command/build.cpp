// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "core/index/contract.h"
#include "core/index/layout.h"
#include "core/text/stem_classes.h"
#include "indexer/build/checkpoint_sink.h"
#include "indexer/build/checkpoint_store.h"
#include "indexer/build/store_sink.h"
#include "indexer/bulk/bulk_store.h"
#include "indexer/command/build_report.h"
#include "indexer/command/commands.h"
#include "indexer/command/input_scan.h"
#include "indexer/command/inputs.h"
#include "indexer/command/interrupt.h"
#include "indexer/command/live_index.h"
#include "indexer/command/publication.h"
#include "indexer/command/quarantine.h"
#include "indexer/command/run_pipeline.h"
#include "indexer/command/space.h"
#include "indexer/ledger/ledger.h"
#include "indexer/ledger/rejects.h"
#include "indexer/report.h"
#include "indexer/store/files.h"
#include "indexer/store/generations.h"
#include "indexer/store/lock.h"
#include "indexer/store/optimize.h"
#include "indexer/store/segment_store.h"
#include "indexer/store/sums.h"

namespace nutgraf::command {
namespace {

/// Takes passages and keeps none: for --dry-run.
class NullStore : public store::BuildStore {
 public:
  void write(std::size_t /*number*/, std::span<const passage::PassageDocument> /*passages*/) override {}
  void close(std::span<const store::Superseded> /*superseded*/) override {}
  void finish(const std::map<std::string, std::string>& /*metadata*/) override {}
};

std::filesystem::path parts_folder(const IndexOptions& options) {
  return options.index / layout::kParts;
}

/// What is asked for, and how the inputs are read for it.
struct Building {
  const IndexOptions& options;
  const read::ReadOptions& reading;
  const Console& console;
};

build::PipelineResult run_resumable_pipeline(const Building& building, store::SerialisingStore& store,
                                             const survey::SurveyOptions& survey) {
  build::CheckpointStore checkpoints(parts_folder(building.options));
  build::CheckpointSink sink(building.reading, store, checkpoints);
  try {
    build::PipelineResult result = run_pipeline(building.reading, building.options, sink, {survey, {}});
    building.console.log(fmt::format("resumed: {} of {} were there already", fmt::group_digits(sink.restored()),
                                     counted(sink.batches(), "part")));
    return result;
  } catch (const Failure& failure) {
    if (failure.code() != ExitCode::Interrupted) {
      throw;
    }
    throw Failure(failure.code(), failure.what(), "the same command continues from the finished parts");
  }
}

/// The same for each build of an index, so that the next one finds what a killed one left there.
std::filesystem::path scratch_folder(const IndexOptions& options, const store::NewGeneration& generation) {
  if (options.writing.scratch.empty()) {
    return generation.scratch();
  }
  return options.writing.scratch / store::scratch_name(options.index);
}

/// A store and what was written to it.
struct Written {
  std::unique_ptr<store::BuildStore> store;
  build::PipelineResult result;
};

Written write_passages(const Building& building, const store::NewGeneration& generation) {
  const IndexOptions& options = building.options;
  const WritingOptions& writing = options.writing;
  const store::BuildFolders folders{scratch_folder(options, generation), generation.passages()};
  if (!writing.scratch.empty()) {
    store::remove_tree(folders.scratch);
  }
  const survey::SurveyOptions survey =
      survey_options(building.reading, writing.memory, {folders.scratch, generation.folder()});
  Written written;
  if (writing.resumption == Resumption::Resumed) {
    auto store = bulk::bulk_store(folders, writing.memory);
    written.result = run_resumable_pipeline(building, *store, survey);
    written.store = std::move(store);
  } else {
    written.store =
        writing.writer == Writer::Api ? store::segment_store(folders) : bulk::bulk_store(folders, writing.memory);
    build::StoreSink sink(*written.store);
    written.result = run_pipeline(building.reading, options, sink, {survey, {}});
  }
  require_no_reject(written.result.rejects, options.on_error);
  return written;
}

/// Takes the vocabulary, which nothing needs any more: it is most of what a build still holds at its end.
std::map<std::string, std::string> index_metadata(const Contract& contract, passage::Vocabulary&& vocabulary) {
  ClassKeys keys;
  const passage::Vocabulary words = std::move(vocabulary);
  std::map<std::string, std::string> metadata = passage::class_metadata(words, keys);
  metadata.emplace(kContractKey, encode_contract(contract));
  return metadata;
}

void write_sidecars(const store::NewGeneration& generation, const build::PipelineResult& result,
                    const read::ReadOptions& reading) {
  ledger::Writer writer(generation.folder() / layout::kSources, remembered_reading(reading));
  for (const ledger::FileEntry& entry : file_entries(result)) {
    writer.write(entry);
  }
  writer.close();
  std::vector<read::Reject> rejects = result.rejects;
  rejects.insert(rejects.end(), result.passed_over.begin(), result.passed_over.end());
  ledger::write_rejects(generation.folder(), rejects);
  ledger::Manifest manifest = manifest_of(result, remembered_reading(reading));
  manifest.generation = generation.name();
  manifest.command = "build";
  manifest.density = store::density_of(generation.passages(), result.contract.passages);
  manifest.sums = store::sums_of(generation.folder());
  ledger::write_manifest(generation.folder(), manifest);
}

void tell(const build::PipelineResult& result, const Report& report, const Console& console) {
  say_losses(result, console);
  if (report.articles == 0) {
    console.warn("no article was found in what was read, and nothing was published");
  }
  console.report(report);
}

ExitCode exit_code_of_build(const build::PipelineResult& result, const IndexOptions& options) {
  return result.contract.articles == 0 ? ExitCode::NothingFound : exit_code(result, options.strictness);
}

/// The new generation is live: what cannot be removed is no failure of the build.
void remove_parts(const IndexOptions& options, const Console& console) {
  try {
    store::remove_tree(parts_folder(options));
  } catch (const Failure& failure) {
    console.warn(fmt::format("{}; the next build tries again", failure.what()));
  }
}

ExitCode rehearse(const IndexOptions& options, const Console& console) {
  const Stopwatch watch;
  NullStore store;
  const read::ReadOptions reading = reading_for_build(options.reading, last_manifest(options.index));
  const InputScan scan = scan_inputs(reading.inputs);
  require_readable(scan, options.on_error);
  build::StoreSink sink(store);
  const build::PipelineResult result = run_pipeline(reading, options, sink);
  require_no_reject(result.rejects, options.on_error);
  Report report = report_of(result, options);
  report.seconds = watch.seconds();
  tell(result, report, console);
  for (const SpaceNeed& need : space_needs(options, scan.text_bytes)) {
    console.log(fmt::format("a build {}", to_line(need)));
  }
  console.log("dry run: nothing was written");
  return exit_code_of_build(result, options);
}

/// Completes the tables and files of a generation that has articles, and swaps it in.
void complete(const Building& building, store::NewGeneration& generation, Written& written) {
  const auto& [options, reading, console] = building;
  build::PipelineResult& result = written.result;
  written.store->close(result.superseded);
  written.store->finish(index_metadata(result.contract, std::move(result.vocabulary)));
  written.store.reset();
  Interrupt::check();
  write_sidecars(generation, result, reading);
  require_sound(generation, options.writing.verify);
  Interrupt::check();
  publish(generation, options.writing.keep, console);
  remove_parts(options, console);
  if (options.on_error == OnError::Quarantine) {
    quarantine(options.index, result.rejects, console);
  }
}

}  // namespace

ExitCode build(const IndexOptions& options, const Console& console) {
  require_build_target(options.index, options.reading.inputs);
  const Interrupt interrupt;
  if (options.writing.run == Run::Dry) {
    return rehearse(options, console);
  }
  const Stopwatch watch;
  (void)reading_for_build(options.reading, last_manifest(options.index));  // complains before anything is made
  const store::WriterLock lock(options.index, options.writing.lock_timeout);
  const std::optional<ledger::Manifest> before = last_manifest(options.index);
  const read::ReadOptions reading = reading_for_build(options.reading, before);
  const Building building{options, reading, console};

  const InputScan scan = scan_inputs(reading.inputs);
  require_readable(scan, options.on_error);
  require_space(space_needs(options, scan.text_bytes), console);
  if (options.writing.resumption == Resumption::Fresh) {
    store::remove_tree(parts_folder(options));  // of a build that was not resumed
  }
  store::NewGeneration generation = store::NewGeneration::create(options.index);
  Written written = write_passages(building, generation);
  const build::PipelineResult& result = written.result;
  Report report = report_of(result, options);
  require_no_shrinking({before ? before->contract.articles : 0, report.articles}, options.writing.shrinking);
  if (report.articles > 0) {
    complete(building, generation, written);
    report.generation = generation.name();
  }
  report.seconds = watch.seconds();
  tell(result, report, console);
  return exit_code_of_build(result, options);
}

}  // namespace nutgraf::command
