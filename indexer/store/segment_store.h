// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/store/build_store.h"

namespace nutgraf::store {

/// Scratch segments, a batch each, written through Xapian's API and merged by its compactor. The scratch folder is
/// removed when the store goes. Raises the process's limit of open files as far as it may.
[[nodiscard]] std::unique_ptr<BuildStore> segment_store(const BuildFolders& folders);

}  // namespace nutgraf::store
