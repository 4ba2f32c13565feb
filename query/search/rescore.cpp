// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rescore.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "query/search/article_words.h"
#include "query/search/best_passages.h"
#include "query/search/chain_weights.h"
#include "query/search/evidence.h"
#include "query/search/phrase_candidates.h"
#include "query/search/phrase_holders.h"
#include "query/search/word_weight.h"

namespace nutgraf {
namespace {

std::vector<Xapian::docid> documents_of(const std::vector<ScoredPassage>& candidates) {
  std::vector<Xapian::docid> documents(candidates.size());
  std::transform(candidates.begin(), candidates.end(), documents.begin(),
                 [](const ScoredPassage& candidate) { return candidate.document; });
  return documents;
}

/// Fills bonuses and chains; sorts by document on the way.
void read_evidence(Evidence& evidence, std::vector<ScoredPassage>& candidates) {
  std::ranges::sort(candidates, {}, &ScoredPassage::document);
  std::vector<PassageEvidence> found = evidence.of(documents_of(candidates));
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    candidates[i].bonus = found[i].bonus;
    candidates[i].chains = std::move(found[i].chains);
  }
}

void count_chains(const std::vector<ScoredPassage>& candidates, ChainWeights& weights) {
  for (const ScoredPassage& candidate : candidates) {
    weights.count(candidate.chains);
  }
}

/// By how much the words of the last of the best weigh less than those of the first: what else a passage beyond must
/// have to come first.
double span_of(const std::vector<ScoredPassage>& best) {
  const auto [last, first] = std::ranges::minmax_element(best, {}, &ScoredPassage::words);
  return first->words - last->words;
}

void add_phrase_candidates(const Plan& plan, Evidence& evidence, ChainWeights& weights,
                           std::vector<ScoredPassage>& candidates) {
  std::unordered_set<Xapian::docid> known;
  for (const ScoredPassage& candidate : candidates) {
    known.insert(candidate.document);
  }
  std::vector<ScoredPassage> more =
      candidates_of(phrase_candidates(plan, evidence.chains(), weights, span_of(candidates)));
  std::erase_if(more, [&known](const ScoredPassage& candidate) { return known.contains(candidate.document); });
  if (more.empty()) {
    return;
  }
  read_evidence(evidence, more);
  count_chains(more, weights);
  std::move(more.begin(), more.end(), std::back_inserter(candidates));
}

/// Does every passage that holds the whole query hold a chain of all its content words?
bool is_chain(const BoundQuery& query, const Chains& chains) {
  const bool is_whole = std::ranges::any_of(chains.all(), [](const Chain& chain) { return chain.is_whole; });
  if (!is_whole || query.sequences.size() != 1 || query.sequences.front().size() != query.whole.parts.size()) {
    return false;
  }
  for (std::size_t i = 0; i < query.whole.parts.size(); ++i) {
    const std::vector<Form>& typed = query.ranked[query.sequences.front()[i]].word.forms;
    const bool is_typed = std::ranges::all_of(query.whole.parts[i].forms, [&typed](const Form& form) {
      return form.kind != FormKind::Relative && std::ranges::find(typed, form) != typed.end();
    });
    if (!is_typed) {
      return false;
    }
  }
  return true;
}

/// Which of these, by ascending docid, hold the whole query as a phrase. Positions cost more than chains that are
/// known.
std::unordered_set<Xapian::docid> holders_among(const Plan& plan, const Chains& chains, const ChainWeights& weights,
                                                const std::vector<ScoredPassage>& candidates) {
  if (plan.whole.empty()) {
    return {};
  }
  std::vector<Xapian::docid> documents;
  const bool has_chain = is_chain(plan.bound, chains);
  for (const ScoredPassage& candidate : candidates) {
    if (!has_chain || weights.holds_all(candidate.chains)) {
      documents.push_back(candidate.document);
    }
  }
  const std::vector<Xapian::docid> holding = phrase_holders(plan.tables, plan.bound.whole, documents);
  return {holding.begin(), holding.end()};
}

/// Words that a passage must hold need no help from the rest of its article.
std::unordered_map<std::string, double> article_weights(const Plan& plan,
                                                        const std::vector<ScoredPassage>& candidates) {
  if (plan.bound.bare_words == 0) {
    return {};
  }
  std::vector<ArticleWords::Member> members;
  members.reserve(candidates.size());
  for (const ScoredPassage& candidate : candidates) {
    members.push_back({candidate.document, candidate.article, candidate.order});
  }
  return ArticleWords(plan.tables, plan.bound, plan.articles, plan.parameters).weigh(members);
}

double highest_score(const std::vector<ScoredPassage>& candidates) {
  double best = 0;
  for (const ScoredPassage& candidate : candidates) {
    best = std::max(best, candidate.score);
  }
  return std::ceil(best);
}

/// Whoever holds all content words as a phrase comes before the others, and whoever holds the whole query before all.
void put_phrases_first(const Plan& plan, const Chains& chains, const ChainWeights& weights,
                       std::vector<ScoredPassage>& candidates) {
  const double above_others = highest_score(candidates);
  for (ScoredPassage& candidate : candidates) {
    candidate.content = weights.holds_all(candidate.chains) && plan.parameters.chain > 0 ? above_others : 0;
    candidate.score += candidate.content;
  }
  const std::unordered_set<Xapian::docid> holders = holders_among(plan, chains, weights, candidates);
  const double above_all = highest_score(candidates);
  for (ScoredPassage& candidate : candidates) {
    candidate.phrase = holders.contains(candidate.document) ? above_all : 0;
    candidate.score = rounded(candidate.score + candidate.phrase);
  }
}

}  // namespace

void rescore(const Plan& plan, Beyond beyond, std::vector<ScoredPassage>& candidates) {
  if (plan.request.rank == RankBy::Words) {  // nothing else would count
    read_keys(plan.tables, candidates);
    for (ScoredPassage& candidate : candidates) {
      candidate.score = rounded(candidate.words);
    }
    return;
  }
  Evidence evidence(plan.tables, plan.bound, plan.parameters);
  ChainWeights weights(evidence.chains(), plan.parameters, inverse_document_frequency(plan.database.get_doccount(), 1));
  read_evidence(evidence, candidates);
  count_chains(candidates, weights);
  if (beyond == Beyond::Matches) {
    add_phrase_candidates(plan, evidence, weights, candidates);
  }
  read_keys(plan.tables, candidates);
  const std::unordered_map<std::string, double> articles = article_weights(plan, candidates);
  for (ScoredPassage& candidate : candidates) {
    candidate.bonus.chain = weights.heaviest(candidate.chains);
    const auto article = articles.find(candidate.article);
    candidate.bonus.article = article == articles.end() ? 0 : plan.parameters.article * article->second;
    candidate.score = candidate.words + candidate.bonus.sum();
  }
  put_phrases_first(plan, evidence.chains(), weights, candidates);
}

}  // namespace nutgraf
