// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace nutgraf {

/// Words that carry no matter: articles, pronouns, prepositions, auxiliaries and above all the words that questions are
/// made of. Texts contain few questions, so the rarity of `wie` or `когда` says nothing about what is asked. Such words
/// are indexed and found like all others, and only weigh less beside other words.
///
/// `word` is a folded term, `language` an ISO 639-1 code; false in languages without a list.
[[nodiscard]] bool is_function_word(std::string_view language, std::string_view word);

/// The language, of `languages`, whose function words `words` contains most of; empty if it contains none of any.
[[nodiscard]] std::string language_by_function_words(std::span<const std::string> words,
                                                     std::span<const std::string> languages);

}  // namespace nutgraf
