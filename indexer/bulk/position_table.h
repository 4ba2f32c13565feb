// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

#include "core/glass/format.h"
#include "indexer/bulk/runs.h"

namespace nutgraf::bulk {

/// Writes the position table; no file where there are no positions, as an absent table costs readers nothing.
[[nodiscard]] glass::TableRoot write_positions(const std::filesystem::path& file, const Runs& runs);

}  // namespace nutgraf::bulk
