// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/run_pipeline.h"

#include <utility>

#include "indexer/build/stages.h"
#include "indexer/command/interrupt.h"
#include "indexer/progress.h"

namespace nutgraf::command {

build::PipelineResult run_pipeline(const read::ReadOptions& reading, const IndexOptions& options,
                                   build::BatchSink& sink, std::optional<survey::SurveyOptions> survey) {
  build::Progress progress;
  const cli::ProgressLine line(progress_shown(progress, options.console));
  const build::PipelineOptions pipeline{options.writing.threads, options.writing.memory};
  build::PipelineResult result =
      build::run_stages({reading, pipeline, progress, Interrupt::question(), std::move(survey)}, sink);
  Interrupt::check();
  return result;
}

survey::SurveyOptions survey_options(const WritingOptions& writing, std::filesystem::path scratch) {
  constexpr std::uint64_t kShare = 8;  // of the memory: the queue and the batches under way need the rest
  return {std::move(scratch), writing.memory / kShare, writing.copies_window, writing.boilerplate};
}

}  // namespace nutgraf::command
