// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "core/text/analyzer.h"
#include "query/command/commands.h"
#include "query/command/opened_index.h"
#include "query/command/word_list.h"

namespace nutgraf::query {
namespace {

std::vector<std::string> slots_of(const std::string& pattern) {
  std::vector<std::string> slots;
  std::istringstream words(pattern);
  const Analyzer analyzer;
  for (std::string word; words >> word;) {
    slots.push_back(analyzer.fold(word));
  }
  return slots;
}

view::NgramOptions ngram_options(const QueryOptions& options) {
  view::NgramOptions ngrams;
  ngrams.slots = slots_of(options.words);
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
  return write_words(options, console, "ngram", opened.searcher().ngrams(part_request(options), ngrams));
}

}  // namespace nutgraf::query
