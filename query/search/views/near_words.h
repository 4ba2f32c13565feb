// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "query/match/position_span.h"
#include "query/search/postings/doc_values.h"
#include "query/search/views/corpus.h"
#include "query/search/views/passage_reader.h"
#include "query/view/collocation.h"

namespace nutgraf::search::views {

/// Counts the words near nodes. Without a limit to sentences a window goes on in the passages before and after, as the
/// article does; a word near two nodes counts once, words of nodes do not.
class NearWords {
 public:
  /// Both must outlive it.
  NearWords(const postings::IndexReader& reader, const view::CollocateOptions& options);

  /// The nodes of a passage; documents ascend.
  void add(Xapian::docid document, const match::PositionSpans& nodes);
  /// After the last one.
  void finish();

  /// How often each word, or variant of one, is near a node.
  [[nodiscard]] const WordCounts& pairs() const { return pairs_; }
  /// How many words are.
  [[nodiscard]] std::uint64_t window() const { return window_; }

 private:
  struct Passage {
    Analysis analysis;
    std::vector<bool> near;                                  // by number of a word
    std::vector<std::pair<std::size_t, std::size_t>> nodes;  // numbers of words
  };
  struct Article {
    std::string key;
    std::vector<Xapian::docid> documents;       // all of its passages; empty = not asked for yet
    std::map<Xapian::docid, Passage> passages;  // that were read
  };

  [[nodiscard]] Article& article_of(Xapian::docid document);
  [[nodiscard]] Passage& read(Xapian::docid document, Article& article);
  void mark(ByteSpan node, Passage& passage) const;
  void go_on(Xapian::docid document, Article& article);
  void mark_before(Xapian::docid document, std::size_t count, Article& article);
  void mark_after(Xapian::docid document, std::size_t count, Article& article);
  void count_words_of(Article& article);

  const postings::IndexReader& reader_;
  const view::CollocateOptions& options_;
  postings::DocValues keys_;
  PassageReader text_;
  std::deque<Article> open_;  // of each shard one may come back
  WordCounts pairs_;
  std::uint64_t window_ = 0;
};

}  // namespace nutgraf::search::views
