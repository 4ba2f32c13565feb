// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/chains.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <utility>

namespace nutgraf::search::rank {
namespace {

// Nobody means a pasted text as one phrase.
constexpr std::size_t kMostWords = 64;

std::set<std::size_t> content_words(const bind::BoundQuery& query, const std::vector<double>& rarities) {
  const bool any = std::any_of(query.ranked.begin(), query.ranked.end(),
                               [](const bind::RankedWord& word) { return word.kind == bind::RankedKind::Content; });
  std::set<std::size_t> words;
  for (std::size_t i = 0; i < query.ranked.size(); ++i) {
    const bind::RankedKind kind = query.ranked[i].kind;
    if (rarities[i] > 0 && (kind == bind::RankedKind::Content || (!any && kind == bind::RankedKind::Function))) {
      words.insert(i);
    }
  }
  return words;
}

}  // namespace

Chains::Chains(const bind::BoundQuery& query, std::vector<double> rarities)
    : contents_(content_words(query, rarities)), rarities_(std::move(rarities)) {
  for (const std::size_t word : contents_) {
    total_ += rarities_[word];
  }
  for (std::size_t number = 0; number < query.sequences.size(); ++number) {
    Sequence sequence{query.sequences[number], {}, all_.size()};
    for (std::size_t i = 0; i < sequence.words.size(); ++i) {
      if (contents_.contains(sequence.words[i])) {
        sequence.contents.push_back(i);
      }
    }
    if (sequence.contents.size() > 1 && sequence.words.size() <= kMostWords) {
      add_chains(sequence, number);
      sequences_.push_back(std::move(sequence));
    }
  }
}

void Chains::add_chains(const Sequence& sequence, std::size_t number) {
  for (std::size_t first = 0; first < sequence.contents.size(); ++first) {
    std::set<std::size_t> words{sequence.words[sequence.contents[first]]};
    Chain chain;
    chain.sequence = number;
    chain.first = sequence.contents[first];
    chain.weight = chain.rarest = rarities_[*words.begin()];
    for (std::size_t last = first + 1; last < sequence.contents.size(); ++last) {
      const std::size_t word = sequence.words[sequence.contents[last]];
      chain.last = sequence.contents[last];
      chain.words = last - first + 1;
      chain.weight += words.insert(word).second ? rarities_[word] : 0;
      chain.rarest = std::max(chain.rarest, rarities_[word]);
      chain.share = static_cast<double>(words.size()) / static_cast<double>(contents_.size());
      chain.beside = rarest_beside(words);
      chain.is_whole = words.size() == contents_.size();
      all_.push_back(chain);
    }
  }
}

double Chains::rarest_beside(const std::set<std::size_t>& words) const {
  double rarest = 0;
  for (const std::size_t word : contents_) {
    rarest = words.contains(word) ? rarest : std::max(rarest, rarities_[word]);
  }
  return rarest;
}

bool Chains::has(std::size_t ranked) const {
  return std::any_of(sequences_.begin(), sequences_.end(), [ranked](const Sequence& sequence) {
    return std::find(sequence.words.begin(), sequence.words.end(), ranked) != sequence.words.end();
  });
}

std::vector<std::size_t> Chains::standing(const PlacesOf& places) const {
  if (all_.empty()) {
    return {};
  }
  std::vector<bool> standing(all_.size());
  for (const Sequence& sequence : sequences_) {
    mark_standing(sequence, places, standing);
  }
  std::vector<std::size_t> chains;
  for (std::size_t i = 0; i < standing.size(); ++i) {
    if (standing[i]) {
      chains.push_back(i);
    }
  }
  return chains;
}

std::vector<std::size_t> Chains::possible(const PlacesOf& places) const {
  std::vector<std::size_t> chains;
  for (const Sequence& sequence : sequences_) {
    const auto is_absent = [&](std::size_t word) { return places(sequence.words[word]).empty(); };
    std::size_t row = sequence.first_chain;
    for (auto from = sequence.contents.begin(); from != sequence.contents.end(); ++from) {
      const auto absent = std::find_if(from, sequence.contents.end(), is_absent);
      for (std::size_t i = 0; i + 1 < static_cast<std::size_t>(absent - from); ++i) {
        chains.push_back(row + i);
      }
      row += static_cast<std::size_t>(sequence.contents.end() - from) - 1;
    }
  }
  return chains;
}

/// Word by word: each of its places continues the longest chain that ends before it, or begins one.
void Chains::mark_standing(const Sequence& sequence, const PlacesOf& places, std::vector<bool>& standing) {
  std::vector<Link> before;
  std::vector<Link> here;
  for (std::size_t word = 0; word < sequence.words.size(); ++word) {
    here.clear();
    std::size_t longest = word;
    for (const match::PositionSpan& place : places(sequence.words[word])) {
      const auto link = std::ranges::lower_bound(before, place.begin, {}, &Link::end);
      const bool continues = link != before.end() && link->end == place.begin;
      here.push_back({place.end, continues ? link->first : word});
      longest = std::min(longest, here.back().first);
    }
    if (longest < word) {
      mark(sequence, longest, word, standing);
    }
    std::sort(here.begin(), here.end(), [](const Link& a, const Link& b) {
      return a.end != b.end ? a.end < b.end : a.first < b.first;  // of those that end together the longest first
    });
    before.swap(here);
  }
}

/// All chains that end with the word `last` and begin with `first` or a word after it.
void Chains::mark(const Sequence& sequence, std::size_t first, std::size_t last, std::vector<bool>& standing) {
  const std::vector<std::size_t>& contents = sequence.contents;
  const auto end = std::find(contents.begin(), contents.end(), last);
  if (end == contents.end()) {
    return;
  }
  const auto to = static_cast<std::size_t>(end - contents.begin());
  std::size_t row = sequence.first_chain;  // of the chains that begin with a content word
  for (std::size_t from = 0; from < to; ++from) {
    if (contents[from] >= first) {
      standing[row + to - from - 1] = true;
    }
    row += contents.size() - from - 1;
  }
}

void ChainWeights::count(const PassageChains& chains) {
  ++all_passages_;
  for (const std::size_t chain : chains.standing) {
    ++passages_[chain];
  }
  for (const std::size_t chain : chains.possible) {
    ++possible_[chain];
  }
}

double ChainWeights::weight(std::size_t chain) const {
  return share_of(static_cast<double>(passages_[chain]), static_cast<double>(possible_[chain])) *
         weight_of(chains_.all()[chain]);
}

double ChainWeights::usual_weight(std::size_t chain) const {
  return share_of(parameters_.chain_window, parameters_.chain_window) * weight_of(chains_.all()[chain]);
}

double ChainWeights::evidence() const {
  return std::min(1.0, static_cast<double>(all_passages_) / parameters_.chain_evidence);
}

double ChainWeights::share_of(double passages, double possible) const {
  const auto all = static_cast<double>(std::min<std::size_t>(all_passages_, parameters_.window));
  return std::pow(passages / (possible + parameters_.chain_holders * all), evidence());
}

double ChainWeights::margin() const {
  return parameters_.chain_margin * chains_.total() / evidence();
}

bool ChainWeights::holds_all(const std::vector<std::size_t>& standing) const {
  return std::any_of(standing.begin(), standing.end(),
                     [this](std::size_t chain) { return chains_.all()[chain].is_whole; });
}

/// The larger a chain's share of the query's words, the more it weighs, nearly in proportion where passages are few;
/// the rarer a word beside it, the less: one that hardly any passage has says more than a term.
double ChainWeights::weight_of(const Chain& chain) const {
  const double power = 1 + (parameters_.chain_power - 1) * evidence();
  const double share = std::pow(chain.share, power);
  const double rest = std::pow(1 - std::min(1.0, chain.beside / rarest_), parameters_.rarity_power);
  return parameters_.chain * chains_.total() * share * rest;
}

}  // namespace nutgraf::search::rank
