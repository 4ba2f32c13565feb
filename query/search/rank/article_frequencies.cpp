// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/article_frequencies.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/schema/slots.h"
#include "query/search/compile/words.h"
#include "query/search/postings/doc_values.h"
#include "query/search/postings/form_postings.h"
#include "query/search/rank/bm25.h"

namespace nutgraf::search::rank {
namespace {

// Articles are counted up to this many passages of a word, estimated beyond: to look at each takes too long.
constexpr double kMostCounted = 1000;
constexpr std::size_t kMostCached = 10000;  // words

}  // namespace

double ArticleFrequencies::of(const BoundWord& word) {
  std::string key = compile::forms_key(word);
  const auto known = cache_.find(key);
  if (known != cache_.end()) {
    return known->second;
  }
  if (cache_.size() >= kMostCached) {
    cache_.clear();
  }
  return cache_.emplace(std::move(key), estimate(word)).first->second;
}

double ArticleFrequencies::estimate(const BoundWord& word) const {
  return count_passages(reader_, word) <= kMostCounted ? counted(word) : expected(word);
}

double ArticleFrequencies::counted(const BoundWord& word) const {
  std::vector<Xapian::docid> passages;
  for (const Form& form : word.forms) {
    if (form.absent) {
      continue;
    }
    for (postings::FormPostings at(reader_, form); at.document() != postings::FormPostings::kEnd; at.next()) {
      passages.push_back(at.document());
    }
  }
  std::sort(passages.begin(), passages.end());
  std::unordered_set<std::string> articles;
  postings::DocValues keys(reader_, schema::Slot::Article);
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
    without *= 1 - share_of_passages(reader_, form);
  }
  const double all = reader_.database.get_doccount();
  const double each = std::max(1.0, all / articles_);
  const double passages = all * (1 - without);
  const double gathered = std::min(1.0, passages / std::max(1.0, count_occurrences(reader_, word)));
  const double share = passages / all * std::pow(gathered, 1 - 1 / each);
  return articles_ * (1 - std::pow(1 - share, each));
}

}  // namespace nutgraf::search::rank
