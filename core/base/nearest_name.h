// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What somebody may have meant who typed a name that there is not.
namespace nutgraf {

/// The name that fewest changes make of `typed`, without regard to ASCII case; one that begins with it needs none.
/// Of equally near ones the first. Empty where none is near: a name of three or four characters may differ in one, a
/// longer one in two.
[[nodiscard]] std::string nearest_name(std::string_view typed, std::span<const std::string_view> names);
[[nodiscard]] std::string nearest_name(std::string_view typed, std::span<const std::string> names);

/// "did you mean NAME? " with what to type before the name, or nothing if no name is near.
[[nodiscard]] std::string did_you_mean(std::string_view before, const std::string& nearest);

}  // namespace nutgraf
