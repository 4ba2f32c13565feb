// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace nutgraf::read {

/// The character that an entity of HTML stands for ("eacute", "nbsp"); nothing where there is none of that name.
[[nodiscard]] std::optional<char32_t> character_of_entity(std::string_view name);

/// The character of a reference, without "&" and ";": of "amp", "#38" or "#x26". The numbers of control characters that
/// windows-1252 uses for others are those others, as in browsers. Nothing where it stands for none.
[[nodiscard]] std::optional<char32_t> character_of_reference(std::string_view inside);

/// The reference with its "&" and ";" that `text` begins with; empty where it begins with none.
[[nodiscard]] std::string_view leading_reference(std::string_view text);

/// Whether the semicolon at `at` is the end of a reference.
[[nodiscard]] bool ends_reference(std::string_view text, std::size_t at);

}  // namespace nutgraf::read
