// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/token.h"

/// Wildcards in a text of a script without spaces, where each character takes a position and words are those of a
/// dictionary.
namespace nutgraf::bind {

/// A stretch of such a text.
struct RunPart {
  std::vector<std::string> words;  // as written; none = one character, whichever
  bool open_begin = false;         // a * is before it: its first word may begin earlier
  bool open_end = false;           // and after it
  bool inner_star = false;         // of one character: a * stands for it, not a ?
};

/// The stretches of a chunk between whose characters wildcards stand; `marked` has them as letters (with_letters) and
/// `analysis` is of it. None where the chunk holds words of other scripts too, or no character.
[[nodiscard]] std::vector<RunPart> run_parts(std::string_view marked, const Analysis& analysis);

/// Between two characters a wildcard is one character.
[[nodiscard]] inline bool is_any_character(const RunPart& part) {
  return part.words.empty();
}

}  // namespace nutgraf::bind
