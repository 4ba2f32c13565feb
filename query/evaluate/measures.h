// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "query/evaluate/qrels.h"

/// Measures of a ranking against judgments, by trec_eval's definitions. A grade of 1 or more is relevant.
namespace nutgraf::query {

struct RankedDocument {
  std::string docno;
  double score = 0;
};

struct Measures {
  double map = 0;      // average precision over all relevant documents
  double ndcg_10 = 0;  // gain = grade, discount log2(rank + 1), ideal over all judged
  double p_10 = 0;
  double r_100 = 0;
  double r_1000 = 0;
  double mrr = 0;    // 1 / rank of the first relevant one
  double bpref = 0;  // judged documents only
  Measures& operator+=(const Measures& other);
  Measures& operator/=(double count);
};

struct MeasureName {
  std::string_view label;  // nDCG@10
  std::string_view key;    // ndcg@10
  double Measures::*value;
};
[[nodiscard]] const std::array<MeasureName, 7>& measure_names();

/// Ranks by score, equal scores by docno descending, whatever the order given.
[[nodiscard]] Measures measure(std::vector<RankedDocument> documents, const Judgments& judgments);

}  // namespace nutgraf::query
