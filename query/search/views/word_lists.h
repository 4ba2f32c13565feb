// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "query/search/compile/plan.h"
#include "query/view/word_count.h"

/// Words and n-grams of the passages that match; both by byte order.
namespace nutgraf::search::views {

/// Those that the pattern (folded; `*` is any text, `?` one character; empty = all) matches.
[[nodiscard]] std::vector<view::WordCount> count_terms(const compile::Plan& plan, std::string_view pattern,
                                                       view::Spellings spellings);

/// Words side by side, as a phrase of them would be found: none crosses the end of a sentence, and one in plain
/// spelling occurs as often as its phrase.
[[nodiscard]] std::vector<view::WordCount> count_ngrams(const compile::Plan& plan, const view::NgramOptions& options);

}  // namespace nutgraf::search::views
