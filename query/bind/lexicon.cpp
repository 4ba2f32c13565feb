// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/lexicon.h"

namespace nutgraf::bind {

void Lexicon::words_from(const std::string& beginning, const std::function<bool(const std::string&)>& take) const {
  terms_from(beginning, [&take](const std::string& term) { return has_prefix(term) || take(term); });
}

}  // namespace nutgraf::bind
