// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace nutgraf::store {

/// Writes the passages of `from` to `to` (absent before) as small as Xapian gets them; blocks once freed are left
/// behind. Throws Failure(Failed), or Failure(Missing) where `from` is damaged.
void compact(const std::filesystem::path& from, const std::filesystem::path& to);

/// The same, in place of a database that no one else reads.
void compact_in_place(const std::filesystem::path& passages);

/// Bytes of the tables for each of so many passages.
[[nodiscard]] std::uint64_t density_of(const std::filesystem::path& passages, std::uint64_t count);

/// Have updates split so many full blocks that it pays to write the tables anew? `written` is their density when that
/// was last done; 0 = not known.
[[nodiscard]] bool is_swollen(std::uint64_t density, std::uint64_t written);

}  // namespace nutgraf::store
