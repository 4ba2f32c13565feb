// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/run_pipeline.h"

#include <utility>

#include "indexer/build/stages.h"
#include "indexer/command/interrupt.h"
#include "indexer/command/space.h"
#include "indexer/ledger/blocklist.h"
#include "indexer/progress.h"
#include "indexer/survey/frozen.h"

namespace nutgraf::command {

build::PipelineResult run_pipeline(const read::ReadOptions& reading, const IndexOptions& options,
                                   build::BatchSink& sink, Preparation preparation) {
  build::Progress progress;
  const cli::ProgressForm form = cli::process_terminal().progress(options.console);
  const cli::ProgressLine line(form, [&](std::chrono::duration<double> elapsed) {
    return form == cli::ProgressForm::Lines ? progress_json(progress, elapsed) : progress_text(progress, elapsed);
  });
  const build::PipelineOptions pipeline{options.writing.threads, options.writing.memory};
  const ledger::Blocklist blocked = ledger::Blocklist::read(options.index);
  SpaceWatch space(options);
  const auto interrupted = [&space] {
    space.look();
    return Interrupt::came();
  };
  build::PipelineResult result =
      build::run_stages({reading, pipeline, progress, interrupted, std::move(preparation.survey), &blocked,
                         std::move(preparation.settle)},
                        sink);
  Interrupt::check();
  return result;
}

survey::SurveyOptions survey_options(const read::ReadOptions& reading, std::uint64_t memory,
                                     const SurveyFolders& folders) {
  constexpr std::uint64_t kShare = 8;  // of the memory: the queue and the batches under way need the rest
  return {folders.scratch, memory / kShare, reading.copies_window,
          reading.keep_boilerplate ? survey::Furniture::Kept : survey::Furniture::Cut,
          folders.generation / survey::kFrozenFile};
}

}  // namespace nutgraf::command
