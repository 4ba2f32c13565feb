// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace nutgraf::cli {

/// A word as it is typed in a shell: quoted where it must be. For advice that can be pasted.
[[nodiscard]] std::string shell_word(std::string_view word);
/// Several, separated by spaces.
[[nodiscard]] std::string shell_words(std::span<const std::string> words);

}  // namespace nutgraf::cli
