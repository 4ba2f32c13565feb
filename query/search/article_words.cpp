// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/article_words.h"

#include <algorithm>
#include <unordered_set>

#include "core/index/record.h"
#include "core/schema/slots.h"
#include "core/schema/terms.h"
#include "query/search/slot_reader.h"
#include "query/search/word_weight.h"

namespace nutgraf {
namespace {

// Of so many passages of a form it is looked up whether they belong to one article or to many.
constexpr std::size_t kSampledPassages = 100;

std::string id_of(const Xapian::Database& database, const ArticleWords::Member& member) {
  if (const auto id = schema::id_in_order(member.order)) {
    return std::string(*id);
  }
  return decode_passage_text(database.get_document(member.document, Xapian::DOC_ASSUME_VALID).get_data()).id;
}

/// Ascending; once for each form that stands there.
std::vector<Xapian::docid> first_passages(const Xapian::Database& database, const BoundWord& word) {
  std::vector<Xapian::docid> passages;
  for (const Form& form : word.forms) {
    if (form.absent) {
      continue;
    }
    auto at = database.postlist_begin(form.terms.front());
    const auto end = database.postlist_end(form.terms.front());
    for (std::size_t i = 0; i < kSampledPassages && at != end; ++i, ++at) {
      passages.push_back(*at);
    }
  }
  std::sort(passages.begin(), passages.end());
  return passages;
}

}  // namespace

ArticleWords::ArticleWords(const Xapian::Database& database, const BoundQuery& query, const ArticleStatistics& articles,
                           const RankingParameters& parameters)
    : database_(database), articles_(articles), parameters_(parameters) {
  for (const RankedWord& ranked : query.ranked) {
    if (ranked.word.kind != WordKind::Word) {  // to open every word of a pattern costs more than it is worth
      continue;
    }
    if (ranked.word.bigrams.empty()) {
      add(ranked.word, ranked.times);
    }
    for (const std::string& bigram : ranked.word.bigrams) {
      BoundWord pair;
      pair.forms = {{{bigram}, {}, FormKind::Typed, 2}};
      pair.share = ranked.word.share;
      add(pair, ranked.times);
    }
  }
}

void ArticleWords::add(const BoundWord& word, std::uint32_t times) {
  words_.push_back({WordPositions(database_, word), times_weight(times) * weight_of(word)});
}

double ArticleWords::weight_of(const BoundWord& word) const {
  double in = count_passages(database_, word);
  const std::vector<Xapian::docid> sample = first_passages(database_, word);
  std::unordered_set<std::string> articles;
  SlotReader keys(database_, schema::Slot::Article);
  for (const Xapian::docid document : sample) {
    articles.insert(keys.at(document));
  }
  if (!sample.empty()) {
    in *= static_cast<double>(articles.size()) / static_cast<double>(sample.size());
  }
  return word.share * inverse_document_frequency(articles_.count, in);
}

/// In the passage last moved to. Bigrams have no frequency there, only places.
double ArticleWords::occurrences(Word& word) {
  const Xapian::termcount frequency = word.positions.frequency();
  if (frequency > 0) {
    return frequency;
  }
  word.positions.read(places_);
  return static_cast<double>(places_.size());
}

std::vector<ArticleWords::Passage> ArticleWords::passages_of(const std::vector<Member>& members,
                                                             Numbers& numbers) const {
  std::vector<Passage> passages;
  for (const Member& member : members) {
    if (!numbers.try_emplace(member.article, numbers.size()).second) {
      continue;
    }
    const std::size_t article = numbers.size() - 1;
    const std::string term = schema::make_term(schema::kIdPrefix, id_of(database_, member));
    for (auto at = database_.postlist_begin(term); at != database_.postlist_end(term); ++at) {
      passages.push_back({*at, article});
    }
  }
  std::sort(passages.begin(), passages.end(),
            [](const Passage& a, const Passage& b) { return a.document < b.document; });
  return passages;
}

std::unordered_map<std::string, double> ArticleWords::weigh(const std::vector<Member>& members) {
  Numbers numbers;
  const std::vector<Passage> passages = passages_of(members, numbers);
  std::vector<double> lengths(numbers.size());
  for (const Passage& passage : passages) {
    lengths[passage.article] += database_.get_doclength(passage.document);
  }
  std::vector<double> weights(numbers.size());
  std::vector<double> counts(numbers.size());
  for (Word& word : words_) {
    std::fill(counts.begin(), counts.end(), 0);
    for (const Passage& passage : passages) {
      if (word.positions.move_to(passage.document)) {
        counts[passage.article] += occurrences(word);
      }
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const double length = 1 - parameters_.b + parameters_.b * lengths[i] / articles_.average_length;
      weights[i] += word.weight * counts[i] * (parameters_.k1 + 1) / (counts[i] + parameters_.k1 * length);
    }
  }
  std::unordered_map<std::string, double> by_article;
  for (const auto& [article, number] : numbers) {
    by_article.emplace(article, weights[number]);
  }
  return by_article;
}

}  // namespace nutgraf
