// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/term_list.h"

#include "core/base/failure.h"
#include "query/bind/lexicon.h"
#include "query/bind/wildcard.h"

namespace nutgraf {

void list_terms(const OpenIndex& index, std::string_view pattern, const std::function<bool(const TermRow&)>& take) {
  const std::string prefix(pattern.substr(0, pattern.find_first_of("*?")));
  try {
    const Xapian::Database& database = index.database;
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
      const std::string word = *term;
      if (has_prefix(word) || (!pattern.empty() && !matches_wildcards(word, pattern))) {
        continue;
      }
      if (!take({word, term.get_termfreq(), database.get_collection_freq(word)})) {
        return;
      }
    }
  } catch (const Xapian::Error& error) {
    throw Failure(ExitCode::Missing, describe(error, index.path));
  }
}

}  // namespace nutgraf
