// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/run_pipeline.h"

#include <utility>

#include "indexer/build/stages.h"
#include "indexer/command/interrupt.h"
#include "indexer/progress.h"
#include "indexer/survey/frozen.h"

namespace nutgraf::command {

build::PipelineResult run_pipeline(const read::ReadOptions& reading, const IndexOptions& options,
                                   build::BatchSink& sink, Preparation preparation) {
  build::Progress progress;
  const cli::ProgressLine line(progress_shown(progress, options.console));
  const build::PipelineOptions pipeline{options.writing.threads, options.writing.memory};
  build::PipelineResult result = build::run_stages({reading, pipeline, progress, Interrupt::question(),
                                                    std::move(preparation.survey), std::move(preparation.settle)},
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
