// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

namespace nutgraf::glass {

/// Does a database begin as one of Xapian 1.4 does? Others are left to Xapian. Throws std::system_error where its
/// version file cannot be opened.
[[nodiscard]] bool has_known_format(const std::filesystem::path& database);

}  // namespace nutgraf::glass
