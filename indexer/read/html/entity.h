// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace nutgraf::read::html {

/// The character that an entity of HTML stands for ("eacute", "nbsp"); nothing where there is none of that name.
[[nodiscard]] std::optional<char32_t> character_of_entity(std::string_view name);

}  // namespace nutgraf::read::html
