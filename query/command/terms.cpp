// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "query/command/commands.h"
#include "query/command/opened_index.h"
#include "query/command/word_list.h"
#include "query/command/word_pattern.h"
#include "query/search/postings/index_lexicon.h"

namespace nutgraf::query {
namespace {

/// Read from the vocabulary, no further than the limit where it decides alone.
std::vector<view::WordCount> all_terms(const QueryOptions& options, const OpenIndex& index,
                                       const std::string& pattern) {
  // One tells whether there are any where none is wanted.
  const std::uint64_t most = std::max<std::uint64_t>(options.request.limit, 1);
  const bool first_ones = options.view.word_order == WordOrder::Word && options.limit.value_or(kAllRows) != kAllRows;
  std::vector<view::WordCount> words;
  search::postings::list_terms(index, {pattern, options.view.spellings}, [&](const view::WordCount& word) {
    if (word.occurrences >= options.view.least_frequency) {
      words.push_back(word);
    }
    return !first_ones || words.size() < most;
  });
  return words;
}

}  // namespace

ExitCode run_terms(const QueryOptions& options, const Console& console) {
  const std::string pattern = term_pattern(options.words, options.view.spellings);
  const OpenedIndex opened(options, console);
  if (!is_of_a_part(options)) {
    return write_words(options, console, "term", all_terms(options, opened.index(), pattern));
  }
  note(options, console, part_notes(options, console, opened.searcher()));
  return write_words(options, console, "term",
                     opened.searcher().terms(part_request(options), pattern, options.view.spellings));
}

}  // namespace nutgraf::query
