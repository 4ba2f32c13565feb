// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "indexer/build/intake.h"
#include "indexer/build/worker.h"

namespace nutgraf::build {

/// What run_build and run_update differ in: what is let in, and where analysed batches go.
class Output : public Gate {
 public:
  /// Takes a batch that need not be analysed, since that was done before, and fills in its entries; its number of
  /// passages, or nothing where it must be analysed. Called from several threads.
  [[nodiscard]] virtual std::optional<std::uint64_t> recall(const Batch& /*batch*/) { return std::nullopt; }
  /// Called from several threads, each batch once.
  virtual void take(const Analysed& batch) = 0;
  /// Adds what only the output knows: of recalled batches, or what it took away from others. The last call.
  virtual void complete(PipelineResult& /*result*/) {}
  /// Wakes threads that wait inside take().
  virtual void abort() {}
};

/// Reads on the calling thread, analyses on `options.threads` others, hands every batch to `output`. The first
/// exception of any thread stops all and is thrown.
[[nodiscard]] PipelineResult run_stages(const Run& run, Output& output);

}  // namespace nutgraf::build
