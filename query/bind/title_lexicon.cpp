// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/title_lexicon.h"

#include "core/schema/terms.h"

namespace nutgraf::bind {

bool TitleLexicon::has_term(const std::string& term) const {
  return lexicon_.has_term(schema::make_term(schema::kTitlePrefix, term));
}

bool TitleLexicon::occurs_in(const std::string& term, const std::string& language) const {
  return lexicon_.occurs_in(schema::make_term(schema::kTitlePrefix, term), language);
}

/// What has a prefix of its own in a title (bigrams) begins with a colon here, which no word does.
void TitleLexicon::terms_from(const std::string& beginning, const std::function<bool(const std::string&)>& take) const {
  const std::string prefix(schema::kTitlePrefix);
  lexicon_.terms_from(prefix + beginning, [&](const std::string& term) {
    const std::string word = term.substr(prefix.size());
    return word.starts_with(':') || take(word);
  });
}

std::uint64_t TitleLexicon::passages_with(const std::string& term) const {
  return lexicon_.passages_with(schema::make_term(schema::kTitlePrefix, term));
}

}  // namespace nutgraf::bind
