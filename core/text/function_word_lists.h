// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace nutgraf {

/// As people write them in lower case, separated by single spaces.
struct FunctionWordList {
  std::string_view language;
  std::string_view words;
};

[[nodiscard]] std::span<const FunctionWordList> function_word_lists();

}  // namespace nutgraf
