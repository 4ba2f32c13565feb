// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/evaluate/qrels.h"

/// Measures of a ranking against judgments, by trec_eval's definitions. A grade of 1 or more is relevant.
namespace nutgraf::evaluate {

struct RankedDocument {
  std::string docno;
  double score = 0;
};

enum class MeasureKind : std::uint8_t {
  AveragePrecision,  // over all relevant documents
  Ndcg,              // gain = grade, discount log2(rank + 1), ideal over all judged
  Precision,
  Recall,
  ReciprocalRank,  // of the first relevant one
  Bpref,           // judged documents only. Buckley and Voorhees 2004
  RPrecision,      // at the rank that is the number of relevant documents
  Success,         // 1 where a relevant one is among them
};

struct Measure {
  MeasureKind kind = MeasureKind::AveragePrecision;
  std::uint32_t depth = 0;  // of Ndcg, Precision, Recall and Success: the first N ranks
  friend bool operator==(const Measure&, const Measure&) = default;
};

[[nodiscard]] std::string label_of(const Measure& measure);  // nDCG@10
[[nodiscard]] std::string key_of(const Measure& measure);    // ndcg@10
/// "map", "ndcg@20", "p@5", "r@1000", "mrr", "bpref", "rprec", "success@1"; nothing for another name.
[[nodiscard]] std::optional<Measure> find_measure(std::string_view key);
/// MAP, nDCG@10, P@10, R@100, R@1000, MRR, bpref.
[[nodiscard]] std::vector<Measure> usual_measures();

/// A value a measure; all 0 where nothing is relevant. Ranks by score, equal scores by docno descending, whatever the
/// order given. A negative grade among the judgments is judged and not relevant.
[[nodiscard]] std::vector<double> measure(std::vector<RankedDocument> documents, const Judgments& judgments,
                                          std::span<const Measure> measures);

}  // namespace nutgraf::evaluate
