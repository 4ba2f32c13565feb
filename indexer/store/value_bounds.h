// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

namespace nutgraf::store {

/// Xapian keeps the least and the greatest value of each slot, and goes on keeping them when their documents are
/// deleted: an id among them. Sets them to values that occur. Throws Failure(Failed), or Failure(Missing) where the
/// passages are damaged.
void tighten_value_bounds(const std::filesystem::path& passages);

}  // namespace nutgraf::store
