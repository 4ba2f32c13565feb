// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

namespace nutgraf::store {

/// Writes the passages of `from` to `to` (absent before) as small as Xapian gets them; blocks once freed are left
/// behind. Throws Failure(Failed), or Failure(Missing) where `from` is damaged.
void compact(const std::filesystem::path& from, const std::filesystem::path& to);

/// The same, in place of a database that no one else reads.
void compact_in_place(const std::filesystem::path& passages);

}  // namespace nutgraf::store
