// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/article_frequencies.h"

#include <algorithm>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/schema/slots.h"
#include "query/search/compile.h"
#include "query/search/slot_reader.h"
#include "query/search/term_cursor.h"
#include "query/search/word_weight.h"

namespace nutgraf {
namespace {

// Of so many passages of a form it is looked up whether they belong to one article or to many.
constexpr std::size_t kSampledPassages = 100;
constexpr std::size_t kMostKnown = 10000;  // words

/// Ascending; once for each form that stands there.
std::vector<Xapian::docid> first_passages(const Tables& tables, const BoundWord& word) {
  std::vector<Xapian::docid> passages;
  for (const Form& form : word.forms) {
    if (form.absent) {
      continue;
    }
    TermCursor at(tables, form.terms.front());
    for (std::size_t i = 0; i < kSampledPassages && at.document() != TermCursor::kEnd; ++i, at.next()) {
      passages.push_back(at.document());
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
  const double passages = count_passages(tables_, word);
  const std::vector<Xapian::docid> sample = first_passages(tables_, word);
  if (sample.empty()) {
    return passages;
  }
  std::unordered_set<std::string> articles;
  SlotReader keys(tables_, schema::Slot::Article);
  for (const Xapian::docid document : sample) {
    articles.emplace(keys.at(document));
  }
  return passages * static_cast<double>(articles.size()) / static_cast<double>(sample.size());
}

}  // namespace nutgraf
