// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "indexer/build/batch.h"
#include "indexer/read/read_options.h"

namespace nutgraf::build {

/// xxh3-128, hex, of everything that what becomes of a batch depends on: its articles, how they are read, this program.
/// Equal keys: the same passages, so a batch that was finished before need not be analysed again.
[[nodiscard]] std::string batch_key(const Batch& batch, const read::ReadOptions& inputs);

}  // namespace nutgraf::build
