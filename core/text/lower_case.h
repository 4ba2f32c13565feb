// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nutgraf {

/// `text` in lower case, of any script, with every character at the same byte: those that would change their length
/// stay as they are.
[[nodiscard]] std::string lower_case(std::string_view text);

}  // namespace nutgraf
