// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/term_list.h"

#include <algorithm>

#include "core/glass/term_list.h"

namespace nutgraf::bulk {

DocumentLength length_of(const passage::PassageDocument& passage) {
  DocumentLength found;
  for (const passage::PassageDocument::Term& term : passage.terms()) {
    found.length += term.wdf;
    found.highest_wdf = std::max(found.highest_wdf, term.wdf);
  }
  return found;
}

void put_term_list(std::string& out, const passage::PassageDocument& passage) {
  const auto terms = passage.terms();
  if (terms.empty()) {
    return;
  }
  glass::TermListWriter list(out, length_of(passage).length, {terms.size(), passage.byte_count()});
  for (const passage::PassageDocument::Term& term : terms) {
    list.add(passage.name(term), term.wdf);
  }
  list.finish();
}

}  // namespace nutgraf::bulk
