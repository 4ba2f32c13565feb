// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/views/word_lists.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/schema/terms.h"
#include "core/text/variants.h"
#include "query/bind/wildcard.h"
#include "query/search/postings/index_lexicon.h"
#include "query/search/postings/posting_cursor.h"
#include "query/search/views/passage_reader.h"
#include "query/search/views/stories.h"

namespace nutgraf::search::views {
namespace {

struct Tally {
  std::uint64_t passages = 0;
  std::uint64_t occurrences = 0;
  Xapian::docid last = 0;  // passage that has it

  void add(Xapian::docid passage, std::uint64_t times) {
    passages += std::exchange(last, passage) == passage ? 0U : 1U;
    occurrences += times;
  }
};
using Tallies = std::unordered_map<std::string, Tally>;

std::vector<view::WordCount> in_order(const Tallies& tallies) {
  std::vector<view::WordCount> words;
  words.reserve(tallies.size());
  for (const auto& [word, tally] : tallies) {
    words.push_back({word, tally.passages, tally.occurrences});
  }
  std::sort(words.begin(), words.end(),
            [](const view::WordCount& a, const view::WordCount& b) { return a.word < b.word; });
  return words;
}

/// One place of a text with the spellings of what stands there.
struct WordPlace {
  std::uint32_t position = 0;
  std::uint32_t after = 0;                  // the position after it
  std::vector<std::string_view> spellings;  // as written first
};

/// In scripts without spaces a word takes a position for each of its characters, and a bigram begins with each.
std::vector<WordPlace> places_of(const Analysis& analysis) {
  std::vector<WordPlace> places;
  std::uint32_t characters = 0;
  for (const Token& token : analysis.tokens) {
    if (token.kind == TokenKind::Word) {
      places.push_back({token.position.value, token.position.value + 1, {analysis.term(token)}});
      characters = 0;
    } else if (token.kind == TokenKind::Variant) {
      places.back().spellings.push_back(analysis.term(token));
    } else if (token.kind == TokenKind::Bigram) {
      places.back().after = places.back().position + ++characters;
    }
  }
  return places;
}

std::string_view plainest(const WordPlace& place) {
  const auto plain = std::find_if_not(place.spellings.begin(), place.spellings.end(), is_marked_spelling);
  return plain == place.spellings.end() ? place.spellings.front() : *plain;
}

class NgramCounter {
 public:
  explicit NgramCounter(const view::NgramOptions& options) : options_(options) {}

  void add(Xapian::docid passage, const Analysis& analysis) {
    const std::vector<WordPlace> places = places_of(analysis);
    for (std::size_t first = 0; first + options_.size <= places.size(); ++first) {
      const std::span<const WordPlace> words = std::span(places).subspan(first, options_.size);
      if (are_side_by_side(words) && matches(words)) {
        count(passage, words);
      }
    }
  }

  [[nodiscard]] std::vector<view::WordCount> result() const { return in_order(tallies_); }

 private:
  static bool are_side_by_side(std::span<const WordPlace> words) {
    return std::adjacent_find(words.begin(), words.end(), [](const WordPlace& a, const WordPlace& b) {
             return a.after != b.position;
           }) == words.end();
  }

  /// Do the slots fit from some word on?
  [[nodiscard]] bool matches(std::span<const WordPlace> words) const {
    const auto fits = [](const std::string& slot, const WordPlace& place) {
      return std::any_of(place.spellings.begin(), place.spellings.end(), [&slot](std::string_view spelling) {
        return slot == "*" || bind::matches_wildcards(spelling, slot);
      });
    };
    return options_.slots.empty() ||
           std::search(words.begin(), words.end(), options_.slots.begin(), options_.slots.end(),
                       [&](const WordPlace& place, const auto& slot) { return fits(slot, place); }) != words.end();
  }

  void count(Xapian::docid passage, std::span<const WordPlace> words) {
    ngram_.clear();
    for (const WordPlace& word : words) {
      ngram_ += ngram_.empty() ? "" : " ";
      ngram_ += options_.spellings == view::Spellings::Plain ? plainest(word) : word.spellings.front();
    }
    tallies_[ngram_].add(passage, 1);
  }

  const view::NgramOptions& options_;
  Tallies tallies_;
  std::string ngram_;
};

/// Those of the passages that contain every word of the slots that is no pattern.
void keep_possible(const postings::IndexReader& reader, const std::vector<std::string>& slots,
                   postings::Documents& documents) {
  for (const std::string& slot : slots) {
    if (slot.find_first_of("*?") == std::string::npos) {
      postings::PostingCursor word(reader, schema::make_term("", slot));
      std::erase_if(documents, [&word](Xapian::docid document) { return !word.move_to(document); });
    }
  }
}

}  // namespace

std::vector<view::WordCount> count_terms(const compile::Plan& plan, std::string_view pattern,
                                         view::Spellings spellings) {
  Tallies tallies;
  for (const Xapian::docid document : matched_documents(plan)) {
    postings::each_unprefixed_term(plan.reader.database.termlist_begin(document),
                                   plan.reader.database.termlist_end(document),
                                   [&](const std::string& word, const Xapian::TermIterator& at) {
                                     if (at.get_wdf() > 0 && postings::is_listed(word, pattern, spellings)) {
                                       tallies[word].add(document, at.get_wdf());
                                     }
                                     return true;
                                   });
  }
  return in_order(tallies);
}

std::vector<view::WordCount> count_ngrams(const compile::Plan& plan, const view::NgramOptions& options) {
  postings::Documents documents = matched_documents(plan);
  keep_possible(plan.reader, options.slots, documents);
  NgramCounter counter(options);
  PassageReader reader(plan.reader.database);
  for (const Xapian::docid document : documents) {
    reader.read(document);
    counter.add(document, reader.analysis());
  }
  return counter.result();
}

}  // namespace nutgraf::search::views
