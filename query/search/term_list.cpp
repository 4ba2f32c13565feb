// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/term_list.h"

#include "core/base/failure.h"
#include "query/parse/characters.h"

namespace nutgraf {
namespace {

bool is_word_term(const std::string& term) {
  return !term.empty() && (term.front() < 'A' || term.front() > 'Z');
}

}  // namespace

bool matches_wildcards(std::string_view text, std::string_view pattern) {
  std::size_t t = 0;
  std::size_t p = 0;
  std::size_t star = std::string_view::npos;  // the last * seen, and how far it has reached in the text
  std::size_t reached = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      reached = t;
    } else if (p < pattern.size() && pattern[p] == '?') {
      t += character_at(text, t).bytes;
      ++p;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++t;
      ++p;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      reached += character_at(text, reached).bytes;
      t = reached;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

void list_terms(const OpenIndex& index, std::string_view pattern, const std::function<bool(const TermRow&)>& take) {
  const std::string prefix(pattern.substr(0, pattern.find_first_of("*?")));
  try {
    const Xapian::Database& database = index.database;
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
      const std::string word = *term;
      if (!is_word_term(word) || (!pattern.empty() && !matches_wildcards(word, pattern))) {
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
