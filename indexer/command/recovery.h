// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace nutgraf::command {

/// What brings back an index whose generation `damaged` is not sound (empty: none is live): the rollback to a sound
/// one, or a build where there is none. Reads the generations to tell.
[[nodiscard]] std::string remedy(const std::filesystem::path& index, std::string_view damaged);

/// Only the first of these: the rollback to another generation that is sound; empty if there is none.
[[nodiscard]] std::string sound_rollback(const std::filesystem::path& index, std::string_view damaged);

}  // namespace nutgraf::command
