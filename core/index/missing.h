// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

#include "core/base/failure.h"

namespace nutgraf {

/// Why no generation of `index` is live, in one sentence, and what to do: it was never made; its first build runs
/// (Busy, with the pid) or was interrupted; its stub is lost or damaged; it may not be read. Otherwise Missing. Not for
/// a process that holds the lock of the index.
[[nodiscard]] Failure missing_index(const std::filesystem::path& index);

/// The same, for the process that holds the lock: no other one writes.
[[nodiscard]] Failure missing_index_of_writer(const std::filesystem::path& index);

}  // namespace nutgraf
