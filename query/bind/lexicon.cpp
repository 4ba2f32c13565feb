// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/lexicon.h"

#include "core/base/edit_distance.h"

namespace nutgraf::bind {

void Lexicon::words_from(const std::string& beginning, const std::function<bool(const std::string&)>& take) const {
  terms_from(beginning, [&take](const std::string& term) { return has_prefix(term) || take(term); });
}

void Lexicon::words_near(const std::string& word, std::uint32_t beyond, const TakeNear& take) const {
  EditDistance distance(word);
  words_from({}, [&](const std::string& other) {
    const std::uint32_t changes = distance.to(other, beyond - 1);
    beyond = changes < beyond ? take(other, changes) : beyond;
    return beyond > 0;
  });
}

}  // namespace nutgraf::bind
