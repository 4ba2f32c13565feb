// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/article_frequencies.h"

#include <algorithm>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/schema/slots.h"
#include "query/search/compile.h"
#include "query/search/slot_reader.h"
#include "query/search/word_weight.h"

namespace nutgraf {
namespace {

// Of so many passages of a form it is looked up whether they belong to one article or to many.
constexpr std::size_t kSampledPassages = 100;
constexpr std::size_t kMostKnown = 10000;  // words

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
  const double passages = count_passages(database_, word);
  const std::vector<Xapian::docid> sample = first_passages(database_, word);
  if (sample.empty()) {
    return passages;
  }
  std::unordered_set<std::string> articles;
  SlotReader keys(database_, schema::Slot::Article);
  for (const Xapian::docid document : sample) {
    articles.insert(keys.at(document));
  }
  return passages * static_cast<double>(articles.size()) / static_cast<double>(sample.size());
}

}  // namespace nutgraf
