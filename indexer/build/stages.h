// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/build/batch_sink.h"
#include "indexer/build/types.h"

/// Articles to passages, in parallel and in order: one reading thread cuts batches of consecutive articles, workers
/// clean, cut and analyse them, a sink takes them by batch number. Batches depend on the input alone, so the index
/// does too.
namespace nutgraf::build {

/// Reads on the calling thread, analyses on `options.threads` others, gives every batch to `sink`. The first exception
/// of any thread stops all and is thrown. The result lists every article that was read, taken or unchanged (whose
/// number of passages is 0, see the ledger); its vocabulary and counts are those of the articles taken.
[[nodiscard]] PipelineResult run_stages(const Run& run, BatchSink& sink);

}  // namespace nutgraf::build
