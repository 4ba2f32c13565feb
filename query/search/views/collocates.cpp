// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/collocates.h"

#include <algorithm>
#include <unordered_map>

#include "query/search/postings/matches.h"
#include "query/search/views/near_words.h"
#include "query/search/views/occurrences.h"
#include "query/search/views/stories.h"

namespace nutgraf::search::views {
namespace {

struct Frequencies {
  WordCounts words;
  std::uint64_t tokens = 0;
};

Frequencies frequencies_in(const postings::IndexReader& reader, const postings::Documents& documents) {
  return {count_words(reader.database, documents), count_tokens(reader, documents)};
}

Frequencies frequencies_of(const compile::Plan& plan) {
  return frequencies_in(plan.reader, matched_documents(plan));
}

std::uint64_t count_in(const WordCounts& words, const std::string& word) {
  const auto found = words.find(word);
  return found == words.end() ? 0 : found->second;
}

std::vector<view::KeyWord> key_words(const Frequencies& a, const Frequencies& b) {
  std::vector<view::KeyWord> words;
  for (const auto& [word, count] : a.words) {
    words.push_back({word, {count, count_in(b.words, word), a.tokens, b.tokens}});
  }
  for (const auto& [word, count] : b.words) {
    if (count > 0 && !a.words.contains(word)) {
      words.push_back({word, {0, count, a.tokens, b.tokens}});
    }
  }
  std::sort(words.begin(), words.end(), [](const view::KeyWord& x, const view::KeyWord& y) { return x.word < y.word; });
  return words;
}

}  // namespace

std::vector<view::Collocate> count_collocates(const compile::Plan& plan, Corpus& corpus,
                                              const view::CollocateOptions& options) {
  view::PairCounts common;
  Occurrences occurrences(plan.reader, plan.bound);
  NearWords near(plan.reader, options);
  for (const Xapian::docid document : matched_documents(plan)) {
    const match::PositionSpans& nodes = occurrences.read(document);
    if (!nodes.empty()) {
      near.add(document, nodes);
      common.node += nodes.size();
    }
  }
  near.finish();
  common.window = near.window();
  common.tokens = near.pairs().empty() ? 0 : corpus.tokens(plan);
  std::vector<view::Collocate> found;
  for (const auto& [word, count] : near.pairs()) {
    view::PairCounts counts = common;
    counts.pair = count;
    counts.word = std::max(count, corpus.frequency(plan, word));
    found.push_back({word, counts});
  }
  std::sort(found.begin(), found.end(),
            [](const view::Collocate& a, const view::Collocate& b) { return a.word < b.word; });
  return found;
}

std::vector<view::KeyWord> compare_words(const compile::Plan& a, const compile::Plan& b) {
  return key_words(frequencies_of(a), frequencies_of(b));
}

std::vector<view::KeyWord> compare_with_rest(const compile::Plan& a, const compile::Plan& whole, Corpus& corpus) {
  if (a.counted == compile::Counted::Stories && has_copies(a.reader)) {
    // A story may be counted by another article here than among all.
    const postings::Documents documents = matched_documents(a);
    match::ArticleSet::Keys stories;
    add_stories(a.reader, documents, stories);
    return key_words(frequencies_in(a.reader, documents),
                     frequencies_in(a.reader, without_stories(a.reader, matched_documents(whole), stories)));
  }
  const Frequencies here = frequencies_of(a);
  Frequencies rest{corpus.words(whole), corpus.tokens(whole)};
  for (const auto& [word, count] : here.words) {
    std::uint64_t& left = rest.words[word];
    left -= std::min(left, count);
  }
  rest.tokens -= std::min(rest.tokens, here.tokens);
  return key_words(here, rest);
}

}  // namespace nutgraf::search::views
