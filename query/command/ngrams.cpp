// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "query/command/commands.h"
#include "query/command/opened_index.h"
#include "query/command/word_list.h"
#include "query/command/word_pattern.h"

namespace nutgraf::query {
namespace {

view::NgramOptions ngram_options(const QueryOptions& options) {
  view::NgramOptions ngrams;
  ngrams.slots = ngram_slots(options.words, options.view.spellings);
  ngrams.spellings = options.view.spellings;
  const auto typed = static_cast<std::uint32_t>(ngrams.slots.size());
  if (typed > view::kMostNgram || options.view.ngram_size.value_or(typed) < typed) {
    throw Failure(ExitCode::Usage,
                  fmt::format("`{}` is {} words, more than an n-gram of {} has", options.words, typed,
                              options.view.ngram_size.value_or(view::kMostNgram)),
                  fmt::format("give {} words at most, or a larger --size", view::kMostNgram));
  }
  ngrams.size = options.view.ngram_size.value_or(std::max(typed, view::kLeastNgram));
  return ngrams;
}

}  // namespace

ExitCode run_ngrams(const QueryOptions& options, const Console& console) {
  const view::NgramOptions ngrams = ngram_options(options);
  const OpenedIndex opened(options, console);
  note(options, console, part_notes(options, console, opened.searcher()));
  return write_words(options, console, "ngram", opened.searcher().ngrams(part_request(options), ngrams));
}

}  // namespace nutgraf::query
