// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/build/batch_sink.h"
#include "indexer/options.h"

namespace nutgraf::command {

/// Runs the stages of a build or an update with a line of progress. Throws Failure(Interrupted) after Ctrl-C.
[[nodiscard]] build::PipelineResult run_pipeline(const read::ReadOptions& reading, const IndexOptions& options,
                                                 build::BatchSink& sink);

}  // namespace nutgraf::command
