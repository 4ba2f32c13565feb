// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "indexer/build/parts.h"
#include "indexer/build/pipeline.h"

namespace nutgraf::build {

struct ResumableResult {
  PipelineResult result;
  std::uint64_t batches = 0;
  std::uint64_t recalled = 0;  // of them, found in the parts
};

/// run_build() that keeps what becomes of each batch in `parts` and takes from there what it finds. Everything is read
/// all the same: that is what tells which batches are still the same.
[[nodiscard]] ResumableResult run_resumable_build(const Run& run, store::SerialisingStore& store, Parts& parts);

}  // namespace nutgraf::build
