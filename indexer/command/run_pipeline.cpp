// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/run_pipeline.h"

#include "indexer/build/stages.h"
#include "indexer/command/interrupt.h"
#include "indexer/progress.h"

namespace nutgraf::command {

build::PipelineResult run_pipeline(const read::ReadOptions& reading, const IndexOptions& options,
                                   build::BatchSink& sink) {
  build::Progress progress;
  const cli::ProgressLine line(progress_shown(progress, options.console));
  const build::PipelineOptions pipeline{options.writing.threads, options.writing.memory};
  build::PipelineResult result = build::run_stages({reading, pipeline, progress, Interrupt::question()}, sink);
  Interrupt::check();
  return result;
}

}  // namespace nutgraf::command
