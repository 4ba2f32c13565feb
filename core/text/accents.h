// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Words spelled with accents and what they are spelled as without (docs/analysis.md has the rules). Accents are no
/// part of the fold: the index keeps them, and a query decides whether they count.
namespace nutgraf {

/// Does a base spelling stand for a word as someone would type it, or only for an order of its marks?
[[nodiscard]] inline bool is_mark_order(std::string_view base) {
  return !base.empty() && base.front() == '\'';
}

/// The base spellings of a folded word in a language (ISO 639-1): café -> cafe, müller -> muller and mueller, أحمد ->
/// احمد. Words that share one are accented forms of one another. Empty for a word that has no accent there: it is its
/// own. A letter that counts as a letter of its own in the language (å in Swedish, ñ in Spanish) is not an accented
/// one. A base that is_mark_order() is shared by words which have the same marks in another order (hòa, hoà).
[[nodiscard]] std::vector<std::string> base_spellings(std::string_view language, std::string_view term);

/// The word without the accents that a hurried writer of any language leaves out, but with the letters that every text
/// has: الأمريكية -> الامريكية.
[[nodiscard]] std::string hurried_spelling(std::string_view term);

/// Has the word an accent in any language, one that a hurried writer leaves out?
[[nodiscard]] bool has_accents(std::string_view term);

/// The term with i for ı. Case alone tells them apart: the capital of ı is I, which folds to i.
[[nodiscard]] std::string with_dotted_i(std::string_view term);

}  // namespace nutgraf
