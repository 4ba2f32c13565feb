// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::bind {

/// The folded words of a name; every character of Chinese, Japanese and Korean is one.
[[nodiscard]] std::vector<std::string> words_of_name(std::string_view name);

/// Do the words occur side by side in the name? A word without accents also matches one with accents.
[[nodiscard]] bool holds_words(const std::vector<std::string>& name, const std::vector<std::string>& words);

}  // namespace nutgraf::bind
