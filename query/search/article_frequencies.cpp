// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/article_frequencies.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/schema/slots.h"
#include "query/search/compile.h"
#include "query/search/form_postings.h"
#include "query/search/slot_reader.h"
#include "query/search/word_weight.h"

namespace nutgraf {
namespace {

// Articles are counted up to this many passages of a word, estimated beyond: to look at each takes too long.
constexpr double kMostCounted = 1000;
constexpr std::size_t kMostKnown = 10000;  // words

}  // namespace

double ArticleFrequencies::of(const BoundWord& word) {
  std::string key = forms_key(word);
  const auto known = known_.find(key);
  if (known != known_.end()) {
    return known->second;
  }
  if (known_.size() >= kMostKnown) {
    known_.clear();
  }
  return known_.emplace(std::move(key), estimate(word)).first->second;
}

double ArticleFrequencies::estimate(const BoundWord& word) const {
  return count_passages(tables_, word) <= kMostCounted ? counted(word) : expected(word);
}

double ArticleFrequencies::counted(const BoundWord& word) const {
  std::vector<Xapian::docid> passages;
  for (const Form& form : word.forms) {
    if (form.absent) {
      continue;
    }
    for (FormPostings at(tables_, form); at.document() != FormPostings::kEnd; at.next()) {
      passages.push_back(at.document());
    }
  }
  std::sort(passages.begin(), passages.end());
  std::unordered_set<std::string> articles;
  SlotReader keys(tables_, schema::Slot::Article);
  for (const Xapian::docid passage : passages) {
    articles.emplace(keys.at(passage));
  }
  return static_cast<double>(articles.size());
}

/// As if each of an article's `m` passages held the word with the same probability, lowered by how much its occurrences
/// gather: `(passages / occurrences) ^ (1 - 1/m)`. Exact where an article is one passage; within 12 % (one standard
/// deviation) of the true number on the UN speeches (m = 22) and on BBC news (m = 3). Nothing but sums over shards goes
/// in: the answer does not depend on how an index is cut.
double ArticleFrequencies::expected(const BoundWord& word) const {
  double without = 1;
  for (const Form& form : word.forms) {
    without *= 1 - share_of_passages(tables_, form);
  }
  const double all = tables_.database.get_doccount();
  const double each = std::max(1.0, all / articles_);
  const double passages = all * (1 - without);
  const double gathered = std::min(1.0, passages / std::max(1.0, count_occurrences(tables_, word)));
  const double share = passages / all * std::pow(gathered, 1 - 1 / each);
  return articles_ * (1 - std::pow(1 - share, each));
}

}  // namespace nutgraf
