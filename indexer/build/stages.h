// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>

#include "indexer/build/intake.h"
#include "indexer/build/worker.h"

namespace nutgraf::build {

/// What run_build and run_update differ in: what is let in, and where analysed batches go.
class Output : public Gate {
 public:
  /// Called from several threads, each batch once.
  virtual void take(const Analysed& batch) = 0;
  /// Wakes threads that wait inside take().
  virtual void abort() {}
};

/// Reads on the calling thread, analyses on `options.threads` others, hands every batch to `output`. The first
/// exception of any thread stops all and is thrown.
[[nodiscard]] PipelineResult run_stages(const Run& run, Output& output);

}  // namespace nutgraf::build
