// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

#include "indexer/bulk/runs.h"
#include "indexer/bulk/table_writer.h"

namespace nutgraf::bulk {

/// Writes the position table; no file where there are no positions, as an absent table costs readers nothing.
[[nodiscard]] TableRoot write_positions(const std::filesystem::path& file, const Runs& runs);

}  // namespace nutgraf::bulk
