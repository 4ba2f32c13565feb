// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/view/word_count.h"

/// PATTERN of `terms` and `ngrams`: words, and words with `*` and `?`, as texts are cut into words. They throw
/// Failure(Usage) for the syntax of queries.
namespace nutgraf::query {

/// A word or a word with wildcards, folded and in the spelling that is listed; empty = all.
[[nodiscard]] std::string term_pattern(std::string_view text, view::Spellings spellings);

/// The same for words side by side.
[[nodiscard]] std::vector<std::string> ngram_slots(std::string_view text, view::Spellings spellings);

}  // namespace nutgraf::query
