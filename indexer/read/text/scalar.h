// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Values as YAML and TOML write them; they share what front matter uses of both.
namespace nutgraf::read::text {

/// Takes a line off, without its end.
[[nodiscard]] std::string_view take_line(std::string_view& text);

/// A value that begins on a line, whole: texts in quotes and lists go on over lines to the sign that closes them.
/// `block` moves behind it; where nothing closes it, the value is what is on its line.
[[nodiscard]] std::string whole_value(std::string_view value, std::string_view& block);

/// A value without its quotes and escapes, or without the comment behind it.
[[nodiscard]] std::string plain_value(std::string_view value);

/// "[a, 'b, c']": commas inside quotes part nothing.
[[nodiscard]] std::vector<std::string> inline_list(std::string_view value);

}  // namespace nutgraf::read::text
