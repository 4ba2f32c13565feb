// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>

#include "indexer/store/build_store.h"

namespace nutgraf::bulk {

/// A BuildStore that writes the glass tables itself, each once, in key order: batches are turned around in memory and
/// spilled as sorted runs, finish() merges them; the tables of documents are written meanwhile. `memory` bounds the
/// buffers, in bytes. The database is an
/// ordinary one: Xapian reads, checks, compacts and updates it.
[[nodiscard]] std::unique_ptr<store::SerialisingStore> bulk_store(const store::BuildFolders& folders,
                                                                  std::uint64_t memory);

}  // namespace nutgraf::bulk
