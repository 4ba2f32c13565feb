// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/clean/mojibake.h"

namespace nutgraf::clean {

/// Closes words that a hyphen breaks at the end of a line. "govern-" / "ment" becomes "government" if the text writes
/// it so elsewhere, never with the hyphen, or the hyphen is a soft one; else "govern-ment", which is searched like any
/// word with a hyphen, by either spelling. Hyphens before a blank, and before "and" in "two-" / "and three-year", stay
/// where they are. `undecided` gets those that the text writes neither way elsewhere, once for each break:
/// "govern-ment".
void close_line_end_hyphens(std::string& text, const OnRepair& on_repair, std::vector<std::string>& undecided);

/// The two parts of such a word.
struct BrokenWord {
  std::string_view head;
  std::string_view tail;
};
[[nodiscard]] BrokenWord parts_of(std::string_view word);

/// Takes the hyphens out of these words, wherever they stand in a text; how often.
std::size_t join_words(std::string& text, const std::unordered_set<std::string>& words);

}  // namespace nutgraf::clean
