// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/scored_passage.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/schema/slots.h"
#include "query/search/postings/doc_values.h"

namespace nutgraf::search::rank {
namespace {

constexpr double kScoreSteps = 1e6;  // in 1

}  // namespace

double rounded(double score) {
  return std::round(score * kScoreSteps) / kScoreSteps;
}

std::vector<ScoredPassage> scored(const std::vector<RankedPassage>& passages) {
  std::vector<ScoredPassage> candidates;
  candidates.reserve(passages.size());
  for (const RankedPassage& passage : passages) {
    ScoredPassage& candidate = candidates.emplace_back();
    candidate.document = passage.document;
    candidate.words = passage.weight;
  }
  return candidates;
}

void read_keys(const postings::IndexReader& reader, std::vector<ScoredPassage>& candidates) {
  if (!std::ranges::is_sorted(candidates, {}, &ScoredPassage::document)) {
    std::ranges::sort(candidates, {}, &ScoredPassage::document);
  }
  postings::DocValues orders(reader, schema::Slot::Order);
  std::optional<postings::DocValues> articles;  // for ids that slot Order lacks
  for (ScoredPassage& candidate : candidates) {
    candidate.order = orders.at(candidate.document);
    const auto id = schema::id_in_order(candidate.order);
    if (!id && !articles) {
      articles.emplace(reader, schema::Slot::Article);
    }
    candidate.article = id ? schema::article_key(*id) : std::string(articles->at(candidate.document));
  }
  if (reader.database.get_value_freq(postings::slot(schema::Slot::Group)) > 0) {
    postings::DocValues groups(reader, schema::Slot::Group);
    for (ScoredPassage& candidate : candidates) {
      candidate.group = groups.at(candidate.document);
    }
  }
}

void sort_by_score(std::vector<ScoredPassage>& candidates) {
  std::sort(candidates.begin(), candidates.end(), [](const ScoredPassage& a, const ScoredPassage& b) {
    return a.score != b.score ? a.score > b.score : a.order < b.order;
  });
}

}  // namespace nutgraf::search::rank
