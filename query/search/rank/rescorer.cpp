// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/rescorer.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "query/search/rank/article_scorer.h"
#include "query/search/rank/bm25.h"
#include "query/search/rank/chain_scores.h"
#include "query/search/rank/chains.h"
#include "query/search/rank/phrase_candidates.h"
#include "query/search/rank/phrase_filter.h"
#include "query/search/rank/proximity_features.h"
#include "query/search/rank/retrieve.h"

namespace nutgraf::search::rank {
namespace {

enum class Beyond : std::uint8_t { Nothing, Matches };  // the candidates

std::vector<Xapian::docid> documents_of(const std::vector<ScoredPassage>& candidates) {
  std::vector<Xapian::docid> documents(candidates.size());
  std::transform(candidates.begin(), candidates.end(), documents.begin(),
                 [](const ScoredPassage& candidate) { return candidate.document; });
  return documents;
}

/// Fills the parts of scores and the chains, and counts these; sorts by document on the way.
void read_features(ProximityFeatures& features, ChainWeights& weights, std::vector<ScoredPassage>& candidates) {
  std::ranges::sort(candidates, {}, &ScoredPassage::document);
  std::vector<PassageFeatures> found = features.of(documents_of(candidates));
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    candidates[i].parts = found[i].parts;
    weights.count(found[i].chains);
    candidates[i].chains = std::move(found[i].chains.standing);
  }
}

/// By how much the words of the last of the best weigh less than those of the first: what else a passage beyond must
/// have to come first.
double span_of(const std::vector<ScoredPassage>& best) {
  const auto [last, first] = std::ranges::minmax_element(best, {}, &ScoredPassage::words);
  return first->words - last->words;
}

void add_phrase_candidates(const Ranking& ranking, ProximityFeatures& features, ChainWeights& weights,
                           std::vector<ScoredPassage>& candidates) {
  std::unordered_set<Xapian::docid> known;
  for (const ScoredPassage& candidate : candidates) {
    known.insert(candidate.document);
  }
  std::vector<ScoredPassage> more = scored(phrase_candidates(ranking, features.chains(), weights, span_of(candidates)));
  std::erase_if(more, [&known](const ScoredPassage& candidate) { return known.contains(candidate.document); });
  if (more.empty()) {
    return;
  }
  read_features(features, weights, more);
  std::move(more.begin(), more.end(), std::back_inserter(candidates));
}

/// Does every passage that contains the whole query contain a chain of all its content words?
bool is_chain(const bind::BoundQuery& query, const Chains& chains) {
  const bool is_whole = std::ranges::any_of(chains.all(), [](const Chain& chain) { return chain.is_whole; });
  if (!is_whole || query.sequences.size() != 1 || query.sequences.front().size() != query.full_phrase.parts.size()) {
    return false;
  }
  for (std::size_t i = 0; i < query.full_phrase.parts.size(); ++i) {
    const std::vector<bind::Form>& typed = query.ranked[query.sequences.front()[i]].word.forms;
    const bool is_typed = std::ranges::all_of(query.full_phrase.parts[i].forms, [&typed](const bind::Form& form) {
      return form.kind != bind::FormKind::Relative && std::ranges::find(typed, form) != typed.end();
    });
    if (!is_typed) {
      return false;
    }
  }
  return true;
}

/// Which of these, by ascending docid, contain the whole query as a phrase. Positions cost more than chains that are
/// known.
std::unordered_set<Xapian::docid> holders_among(const Ranking& ranking, const Chains& chains,
                                                const ChainWeights& weights,
                                                const std::vector<ScoredPassage>& candidates) {
  if (ranking.plan.full_phrase.empty()) {
    return {};
  }
  std::vector<Xapian::docid> documents;
  const bool has_chain = is_chain(ranking.plan.bound, chains);
  for (const ScoredPassage& candidate : candidates) {
    if (!has_chain || weights.holds_all(candidate.chains)) {
      documents.push_back(candidate.document);
    }
  }
  const std::vector<Xapian::docid> holding =
      filter_by_phrase(ranking.plan.reader, ranking.plan.bound.full_phrase, documents);
  return {holding.begin(), holding.end()};
}

/// Words that a passage must contain need no help from the rest of its article.
std::unordered_map<std::string, double> article_weights(const Ranking& ranking,
                                                        const std::vector<ScoredPassage>& candidates) {
  if (ranking.plan.bound.bare_words == 0) {
    return {};
  }
  std::vector<ArticleScorer::Member> members;
  members.reserve(candidates.size());
  for (const ScoredPassage& candidate : candidates) {
    members.push_back({candidate.document, candidate.article, candidate.order});
  }
  return ArticleScorer(ranking.plan.reader, ranking.plan.bound, ranking.articles, ranking.options.parameters)
      .weigh(members);
}

double highest_score(const std::vector<ScoredPassage>& candidates) {
  double best = 0;
  for (const ScoredPassage& candidate : candidates) {
    best = std::max(best, candidate.score);
  }
  return std::ceil(best);
}

/// What contains all content words as a phrase comes before the others, and what contains the whole query before
/// all.
void put_phrases_first(const Ranking& ranking, const Chains& chains, const ChainWeights& weights,
                       std::vector<ScoredPassage>& candidates) {
  const double above_others = highest_score(candidates);
  for (ScoredPassage& candidate : candidates) {
    candidate.content = weights.holds_all(candidate.chains) && ranking.options.parameters.chain > 0 ? above_others : 0;
    candidate.score += candidate.content;
  }
  const std::unordered_set<Xapian::docid> holders = holders_among(ranking, chains, weights, candidates);
  const double above_all = highest_score(candidates);
  for (ScoredPassage& candidate : candidates) {
    candidate.phrase = holders.contains(candidate.document) ? above_all : 0;
    candidate.score = rounded(candidate.score + candidate.phrase);
  }
}

void score_words(const Ranking& ranking, std::vector<ScoredPassage>& candidates) {
  read_keys(ranking.plan.reader, candidates);
  for (ScoredPassage& candidate : candidates) {
    candidate.score = rounded(candidate.words);
  }
}

void score_all(const Ranking& ranking, Beyond beyond, std::vector<ScoredPassage>& candidates) {
  const RankingParameters& parameters = ranking.options.parameters;
  ProximityFeatures features(ranking.plan.reader, ranking.plan.bound, parameters);
  const double rarest = inverse_document_frequency(ranking.plan.reader.database.get_doccount(), 1);
  ChainWeights weights(features.chains(), parameters, rarest);
  read_features(features, weights, candidates);
  if (beyond == Beyond::Matches) {
    add_phrase_candidates(ranking, features, weights, candidates);
  }
  read_keys(ranking.plan.reader, candidates);
  const std::unordered_map<std::string, double> articles = article_weights(ranking, candidates);
  for (ScoredPassage& candidate : candidates) {
    const auto article = articles.find(candidate.article);
    candidate.parts.article = article == articles.end() ? 0 : parameters.article * article->second;
  }
  score_chains(features.chains(), weights, parameters, candidates);
  for (ScoredPassage& candidate : candidates) {
    candidate.score = candidate.words + candidate.parts.sum();
  }
  put_phrases_first(ranking, features.chains(), weights, candidates);
}

}  // namespace

void rescore(const Ranking& ranking, Retrieved& retrieved) {
  if (retrieved.candidates.empty() || ranking.options.sort != SortBy::Relevance) {
    return;
  }
  if (ranking.options.by == RankBy::Words) {  // nothing else would count
    score_words(ranking, retrieved.candidates);
  } else {
    score_all(ranking, retrieved.holds_all ? Beyond::Nothing : Beyond::Matches, retrieved.candidates);
  }
  sort_by_score(retrieved.candidates);
}

}  // namespace nutgraf::search::rank
