// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

#include "query/bind/lexicon.h"

namespace nutgraf::search::postings {

/// Calls take(term, iterator) with every term from `at` on that has no prefix, in byte order, until it returns false.
template <class Take>
void each_unprefixed_term(Xapian::TermIterator at, const Xapian::TermIterator& end, Take take) {
  while (at != end) {
    const std::string term = *at;
    if (bind::has_prefix(term)) {
      at.skip_to(std::string(bind::kAfterPrefixes));
      continue;
    }
    if (!take(term, at)) {
      return;
    }
    ++at;
  }
}

}  // namespace nutgraf::search::postings
