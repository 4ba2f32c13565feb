// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/acronyms.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/schema/terms.h"

namespace nutgraf::bind {
namespace {

CaseCounts counts_of(const Lexicon& lexicon, const std::string& head) {
  CaseCounts counts;
  for (const LanguageCount& l : lexicon.contract().languages) {
    for (const std::string& value : lexicon.metadata(case_metadata_key(l.language, head))) {
      counts += decode_counts(value);
    }
  }
  return counts;
}

}  // namespace

Acronyms::Reading Acronyms::read(const std::string& head, const std::string& exact_case) const {
  const CaseCounts counts = counts_of(lexicon_, head);
  Reading reading;
  const std::string exact = schema::make_term(schema::kExactCasePrefix, exact_case);
  reading.capitals_only = !exact_case.empty() && lexicon_.has_term(exact) && is_word_too(counts, head, exact);
  reading.decision = fmt::format("{} ({} in lower case, {} with a capital, {} in capitals, {} in capital text)",
                                 reading.capitals_only ? "acronym only" : "any case", counts.lower,
                                 counts.leading_capital, counts.all_caps, counts.in_capital_text);
  return reading;
}

/// Is it written as a word too, more than as a name? Capitals that begin a sentence are not counted: then the word
/// occurs in more passages than the acronym.
bool Acronyms::is_word_too(const CaseCounts& counts, const std::string& head, const std::string& exact) const {
  if (counts.leading_capital != 0 || counts.lower + counts.in_capital_text != 0) {
    return counts.lower + counts.in_capital_text > counts.leading_capital;
  }
  return lexicon_.passages_with(schema::make_term({}, head)) > lexicon_.passages_with(exact);
}

/// Also one that is any case to the index but mostly in capitals: NATO, Nato.
bool Acronyms::is_acronym(const QueryToken& token) const {
  const std::string& head = token.variant.empty() ? token.word : token.variant;
  const CaseCounts counts = counts_of(lexicon_, head);
  return read(head, token.exact_case).capitals_only || counts.all_caps > counts.lower + counts.leading_capital;
}

bool Acronyms::is_capital_text(const std::vector<QueryToken>& tokens) const {
  const auto is_small = [](const QueryToken& token) { return token.letter_case == TokenCase::Small; };
  return tokens.size() > 1 && std::ranges::none_of(tokens, is_small) &&
         std::ranges::any_of(tokens, [this](const QueryToken& token) {
           return token.letter_case == TokenCase::Capitals && !is_acronym(token);
         });
}

}  // namespace nutgraf::bind
