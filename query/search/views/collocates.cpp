// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/collocates.h"

#include <algorithm>
#include <unordered_map>

#include "core/schema/terms.h"
#include "query/search/postings/matches.h"
#include "query/search/views/occurrences.h"
#include "query/search/views/passage_reader.h"
#include "query/search/views/stories.h"

namespace nutgraf::search::views {
namespace {

/// Which words of one passage are near its nodes.
class NearWords {
 public:
  NearWords(const PassageReader& reader, const view::CollocateOptions& options)
      : reader_(reader), options_(options), near_(reader.words().size(), false) {}

  void add(ByteSpan node) {
    const auto [left, right] = reader_.words_around(node);
    const std::size_t first = left - std::min<std::size_t>(left, options_.span.before);
    const std::size_t last = std::min<std::size_t>(near_.size(), right + options_.span.after);
    const ByteSpan whole{0, static_cast<std::uint32_t>(reader_.text().size())};
    const ByteSpan limit = options_.limit == view::SpanLimit::Sentence ? reader_.sentence_of(node) : whole;
    for (std::size_t i = first; i < last; ++i) {
      const ByteSpan word = reader_.words()[i].span;
      near_[i] = near_[i] || (word.begin >= limit.begin && word.end <= limit.end);
    }
    nodes_.emplace_back(left, right);
  }

  /// Numbers of words, without those of nodes.
  [[nodiscard]] const std::vector<bool>& settled() {
    for (const auto& [left, right] : nodes_) {
      std::fill(near_.begin() + static_cast<std::ptrdiff_t>(left), near_.begin() + static_cast<std::ptrdiff_t>(right),
                false);
    }
    return near_;
  }

 private:
  const PassageReader& reader_;
  const view::CollocateOptions& options_;
  std::vector<bool> near_;
  std::vector<std::pair<std::size_t, std::size_t>> nodes_;
};

bool is_body_word(const Token& token) {
  return token.kind == TokenKind::Word || token.kind == TokenKind::Variant;
}

/// Adds the word and its variants, which follow it, for every near word; how many words there were.
std::uint64_t add_near(const PassageReader& reader, const std::vector<bool>& near, WordCounts& pairs) {
  std::uint64_t window = 0;
  std::size_t number = 0;  // of the next word
  bool counts = false;
  for (const Token& token : reader.analysis().tokens) {
    if (token.kind == TokenKind::Word) {
      counts = near[number++];
      window += counts ? 1U : 0U;
    }
    if (counts && is_body_word(token)) {
      ++pairs[schema::make_term("", reader.analysis().term(token))];
    }
  }
  return window;
}

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
  WordCounts pairs;
  view::PairCounts common;
  Occurrences occurrences(plan.reader, plan.bound);
  PassageReader reader(plan.reader.database);
  for (const Xapian::docid document : matched_documents(plan)) {
    const std::vector<match::PositionSpan>& places = occurrences.read(document);
    if (places.empty()) {
      continue;
    }
    reader.read(document);
    NearWords near(reader, options);
    for (const match::PositionSpan& place : places) {
      near.add(reader.span_of(place));
    }
    common.node += places.size();
    common.window += add_near(reader, near.settled(), pairs);
  }
  common.tokens = pairs.empty() ? 0 : corpus.tokens(plan);
  std::vector<view::Collocate> found;
  for (const auto& [word, count] : pairs) {
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
