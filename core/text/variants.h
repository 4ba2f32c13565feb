// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

/// Other forms of one folded word, which stand at its position: china's -> china, 1,000 -> 1000, u.s.a -> usa.
namespace nutgraf {

/// The word without an English possessive ending, nor the mark of a name before it (u.s.'s, yahoo!'s); the word itself
/// if it has none.
[[nodiscard]] std::string_view without_possessive(std::string_view term);

/// The name without the two pluses at its end (notepad++); the word itself if it has none or is a single letter (c++).
[[nodiscard]] std::string_view without_pluses(std::string_view term);

/// Appends the number without its thousands separators ("1,043.5th" -> "1043.5th") and says whether it has any:
/// commas or apostrophes between groups of three (or, as in India, two) digits, stops only where there are two or more,
/// since 1.000 may be a fraction. "165,41" has none.
[[nodiscard]] bool append_without_separators(std::string_view term, std::string& out);

/// Appends the acronym without its stops and says whether the word is one: parts of one or two letters, one of them
/// single.
[[nodiscard]] bool append_without_stops(std::string_view term, std::string& out);

/// Is this a spelling that is never alone in an index: does a plainer form stand at each position of it (china's,
/// 1,000, u.s.a, #flood, .states)? Told by the term itself, so that no text says otherwise of a word.
[[nodiscard]] bool is_marked_spelling(std::string_view term);

}  // namespace nutgraf
