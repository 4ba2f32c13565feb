// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace nutgraf::store {

enum class TableCheck : std::uint8_t { Xapian, Entries };

/// Xapian's own check opens the tables for writing, though it writes nothing. Where that is not permitted (another's
/// index, a disk that is read-only), only the trees are walked and the entries counted.
[[nodiscard]] TableCheck possible_check(const std::filesystem::path& passages);

/// Problems of the tables of a database, one sentence each.
[[nodiscard]] std::vector<std::string> verify_tables(const std::filesystem::path& passages, TableCheck check);

}  // namespace nutgraf::store
