// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/article_words.h"

#include <algorithm>
#include <utility>

#include "core/index/record.h"
#include "core/schema/slots.h"
#include "core/schema/terms.h"
#include "query/search/form_postings.h"
#include "query/search/word_weight.h"

namespace nutgraf {
namespace {

std::string id_of(const Xapian::Database& database, const ArticleWords::Member& member) {
  if (const auto id = schema::id_in_order(member.order)) {
    return std::string(*id);
  }
  return decode_passage_text(database.get_document(member.document, Xapian::DOC_ASSUME_VALID).get_data()).id;
}

}  // namespace

ArticleWords::ArticleWords(const Tables& tables, const BoundQuery& query, const ArticleStatistics& articles,
                           const RankingParameters& parameters)
    : tables_(tables), articles_(articles), parameters_(parameters) {
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
  const double weight = word.share * inverse_document_frequency(articles_.count, articles_.frequencies.of(word));
  words_.push_back({word, times_weight(times) * weight});
}

std::vector<ArticleWords::Passage> ArticleWords::passages_of(const std::vector<Member>& members,
                                                             Numbers& numbers) const {
  std::vector<Passage> passages;
  for (const Member& member : members) {
    if (!numbers.try_emplace(member.article, numbers.size()).second) {
      continue;
    }
    const std::size_t article = numbers.size() - 1;
    const std::string term = schema::make_term(schema::kIdPrefix, id_of(tables_.database, member));
    for (TermCursor at(tables_, term); at.document() != TermCursor::kEnd; at.next()) {
      passages.push_back({at.document(), article});
    }
  }
  const auto is_before = [](const Passage& a, const Passage& b) { return a.document < b.document; };
  if (!std::is_sorted(passages.begin(), passages.end(), is_before)) {
    std::sort(passages.begin(), passages.end(), is_before);
  }
  return passages;
}

/// Adds how often the form stands in each article, from posting to posting: an article is a stretch of documents, and
/// most words stand in few of them. Bigrams have no frequency, only places.
void ArticleWords::count(const Form& form, const std::vector<Passage>& passages, std::vector<double>& counts) const {
  FormPostings postings(tables_, form);
  for (auto passage = passages.begin(); passage != passages.end();) {
    postings.skip_to(passage->document);
    while (passage != passages.end() && passage->document < postings.document()) {
      ++passage;
    }
    if (passage != passages.end() && passage->document == postings.document()) {
      counts[passage->article] += postings.occurrences();
      ++passage;
    }
  }
}

std::unordered_map<std::string, double> ArticleWords::weigh(const std::vector<Member>& members) {
  Numbers numbers;
  const std::vector<Passage> passages = passages_of(members, numbers);
  std::vector<double> lengths(numbers.size());
  for (const Passage& passage : passages) {
    lengths[passage.article] += articles_.lengths.of(passage.document);
  }
  std::vector<double> weights(numbers.size());
  std::vector<double> counts(numbers.size());
  for (const Word& word : words_) {
    std::fill(counts.begin(), counts.end(), 0);
    for (const Form& form : word.word.forms) {
      if (!form.absent) {
        count(form, passages, counts);
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
