// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/phrase_candidates.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <numeric>
#include <optional>
#include <unordered_set>
#include <utility>

#include "query/search/rank/bm25.h"
#include "query/search/rank/chains.h"
#include "query/search/rank/retrieve.h"

namespace nutgraf::search::rank {
namespace {

/// Of characters one after the other: each word of a dictionary has the pairs that begin in it.
bool is_of_characters(const bind::BoundWord& word) {
  return !word.bigrams.empty() ||
         std::any_of(word.forms.begin(), word.forms.end(), [](const bind::Form& form) { return form.characters != 0; });
}

/// The forms of a word but its relatives.
bind::BoundWord as_typed(bind::BoundWord word) {
  std::erase_if(word.forms, [](const bind::Form& form) { return form.kind == bind::FormKind::Relative; });
  return word;
}

/// Dictionary words side by side as the pairs of their characters; nothing where they are of more than one run.
std::optional<bind::BoundWord> joined_characters(const std::vector<const bind::BoundWord*>& words) {
  bind::BoundWord joined;
  bind::Form form;
  for (const bind::BoundWord* word : words) {
    const std::uint32_t characters = word->forms.empty() ? 0 : word->forms.front().characters;
    const bool is_last = word == words.back();
    if (characters == 0 || word->bigrams.size() + (is_last ? 1 : 0) < characters) {
      return std::nullopt;
    }
    const auto pairs = static_cast<std::ptrdiff_t>(characters) - (is_last ? 1 : 0);
    form.terms.insert(form.terms.end(), word->bigrams.begin(), word->bigrams.begin() + pairs);
    form.characters += characters;
    joined.text += word->text;
  }
  joined.forms = {std::move(form)};
  return joined;
}

/// A chain as a phrase; no parts where it cannot be one.
bind::Clause phrase_of(const bind::BoundQuery& query, const Chain& chain) {
  const bind::WordSequence& sequence = query.sequences[chain.sequence];
  std::vector<const bind::BoundWord*> words;
  for (std::size_t i = chain.first; i <= chain.last; ++i) {
    words.push_back(&query.ranked[sequence[i]].word);
  }
  bind::Clause clause;
  if (std::none_of(words.begin(), words.end(), [](const bind::BoundWord* word) { return is_of_characters(*word); })) {
    std::transform(words.begin(), words.end(), std::back_inserter(clause.parts),
                   [](const bind::BoundWord* word) { return as_typed(*word); });
  } else if (std::optional<bind::BoundWord> joined = joined_characters(words)) {
    clause.parts.push_back(std::move(*joined));
  }
  return clause;
}

enum class Holders : std::uint8_t { Few, Enough };

/// Adds to the candidates, each once.
class Candidates {
 public:
  explicit Candidates(const Ranking& ranking) : ranking_(ranking) {}

  Holders add(const bind::Clause& phrase, std::uint32_t count, std::uint32_t depth) {
    const std::vector<RankedPassage> holders = best_phrase_holders(ranking_, phrase, count, depth).passages;
    std::copy_if(holders.begin(), holders.end(), std::back_inserter(passages_),
                 [this](const RankedPassage& passage) { return cache_.insert(passage.document).second; });
    return holders.size() < count ? Holders::Few : Holders::Enough;
  }

  [[nodiscard]] std::vector<RankedPassage> take() { return std::move(passages_); }

 private:
  const Ranking& ranking_;
  std::unordered_set<Xapian::docid> cache_;
  std::vector<RankedPassage> passages_;
};

bool is_within(const Chain& inner, const Chain& outer) {
  return inner.sequence == outer.sequence && inner.first >= outer.first && inner.last <= outer.last;
}

/// The chains worth a search, the heaviest first.
class ChainSearch {
 public:
  ChainSearch(const Ranking& ranking, const Chains& chains, const ChainWeights& weights, double least)
      : ranking_(ranking), chains_(chains), weights_(weights), least_(least) {
    const double all = ranking.plan.reader.database.get_doccount();
    frequent_ = inverse_document_frequency(
        all, std::max(ranking.options.parameters.frequent_share * all, ranking.options.parameters.frequent_passages));
  }

  /// Pairs first: what contains a longer chain contains its pairs too.
  void add_holders(Candidates& candidates) {
    const std::vector<std::size_t> order = heaviest_first();
    for (const std::size_t at : order) {
      if (chains_.all()[at].words == 2) {
        look_for(at, candidates);
      }
    }
    for (const std::size_t at : order) {
      const Chain& chain = chains_.all()[at];
      const bool is_open =
          chain.words > 2 && std::ranges::none_of(few_, [&chain](const Chain& pair) { return is_within(pair, chain); });
      if (is_open) {
        look_for(at, candidates);
      }
    }
  }

 private:
  [[nodiscard]] std::vector<std::size_t> heaviest_first() const {
    std::vector<std::size_t> places(chains_.all().size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, std::greater<>(), [this](std::size_t at) {
      return std::pair(chains_.all()[at].share, chains_.all()[at].weight);
    });
    return places;
  }

  void look_for(std::size_t at, Candidates& candidates) {
    const Chain& chain = chains_.all()[at];
    const bool is_known = weights_.passages()[at] >= ranking_.options.parameters.chain_window;
    if (is_known || searched_ == ranking_.options.parameters.most_chains || !is_wanted(at)) {
      return;
    }
    ++searched_;
    if (holders_of(chain, candidates) == Holders::Few) {
      few_.push_back(chain);
    }
  }

  [[nodiscard]] Holders holders_of(const Chain& chain, Candidates& candidates) const {
    const bind::Clause phrase = phrase_of(ranking_.plan.bound, chain);
    return phrase.parts.empty() ? Holders::Few
                                : candidates.add(phrase, ranking_.options.parameters.chain_window,
                                                 ranking_.options.parameters.chain_depth);
  }

  [[nodiscard]] bool is_wanted(std::size_t at) const {
    const Chain& chain = chains_.all()[at];
    const bind::WordSequence& sequence = ranking_.plan.bound.sequences[chain.sequence];
    const bool is_query = chain.is_whole && chain.last - chain.first + 1 == sequence.size();
    return chain.rarest > frequent_ && weights_.usual_weight(at) >= least_ &&
           !(is_query && !ranking_.plan.full_phrase.empty());
  }

  const Ranking& ranking_;
  const Chains& chains_;
  const ChainWeights& weights_;
  double least_;
  double frequent_ = 0;
  std::uint32_t searched_ = 0;
  std::vector<Chain> few_;  // of which all holders are candidates
};

}  // namespace

std::vector<RankedPassage> phrase_candidates(const Ranking& ranking, const Chains& chains, const ChainWeights& weights,
                                             double least) {
  Candidates candidates(ranking);
  const bool enough =
      !ranking.plan.full_phrase.empty() &&
      candidates.add(ranking.plan.bound.full_phrase, ranking.options.parameters.phrase_window, 0) == Holders::Enough;
  if (!enough && ranking.options.parameters.chain > 0) {
    ChainSearch(ranking, chains, weights, least).add_holders(candidates);
  }
  return candidates.take();
}

}  // namespace nutgraf::search::rank
