// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/evaluate/measures.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace nutgraf::evaluate {
namespace {

struct MeasureName {
  std::string_view label;
  std::string_view key;
  MeasureKind kind;
  enum class Depth : std::uint8_t { None, Needed } depth;
};
using Depth = MeasureName::Depth;

// In the order of MeasureKind.
constexpr std::array<MeasureName, 8> kNames = {{{"MAP", "map", MeasureKind::AveragePrecision, Depth::None},
                                                {"nDCG", "ndcg", MeasureKind::Ndcg, Depth::Needed},
                                                {"P", "p", MeasureKind::Precision, Depth::Needed},
                                                {"R", "r", MeasureKind::Recall, Depth::Needed},
                                                {"MRR", "mrr", MeasureKind::ReciprocalRank, Depth::None},
                                                {"bpref", "bpref", MeasureKind::Bpref, Depth::None},
                                                {"Rprec", "rprec", MeasureKind::RPrecision, Depth::None},
                                                {"success", "success", MeasureKind::Success, Depth::Needed}}};

const MeasureName& name_of(const Measure& measure) {
  return kNames[static_cast<std::size_t>(measure.kind)];
}

std::string with_depth(std::string_view name, const Measure& measure) {
  return measure.depth == 0 ? std::string(name) : fmt::format("{}@{}", name, measure.depth);
}

using Grades = std::vector<std::optional<int>>;  // of the ranking; nothing = unjudged

Grades grades_of(std::vector<RankedDocument>& documents, const Judgments& judgments) {
  std::sort(documents.begin(), documents.end(), [](const RankedDocument& a, const RankedDocument& b) {
    const auto x = static_cast<float>(a.score);  // trec_eval reads scores in single precision
    const auto y = static_cast<float>(b.score);
    return x != y ? x > y : a.docno > b.docno;
  });
  Grades grades;
  for (const RankedDocument& document : documents) {
    const auto found = judgments.find(document.docno);
    grades.push_back(found == judgments.end() ? std::nullopt : std::optional<int>(found->second));
  }
  return grades;
}

bool is_relevant(const std::optional<int>& grade) {
  return grade.value_or(0) >= 1;
}

double discount(std::size_t rank_from_0) {
  return std::log2(static_cast<double>(rank_from_0) + 2);
}

int gain_of(std::optional<int> grade) {
  return std::max(grade.value_or(0), 0);
}

double average_precision(const Grades& grades, double relevant) {
  double sum = 0;
  double seen = 0;
  for (std::size_t i = 0; i < grades.size(); ++i) {
    if (is_relevant(grades[i])) {
      ++seen;
      sum += seen / static_cast<double>(i + 1);
    }
  }
  return sum / relevant;
}

double ndcg(const Grades& grades, const Judgments& judgments, std::size_t depth) {
  std::vector<int> best;
  for (const auto& [docno, grade] : judgments) {
    best.push_back(gain_of(grade));
  }
  std::sort(best.begin(), best.end(), std::greater<>());
  double gain = 0;
  for (std::size_t i = 0; i < std::min(depth, grades.size()); ++i) {
    gain += gain_of(grades[i]) / discount(i);
  }
  double ideal = 0;
  for (std::size_t i = 0; i < std::min(depth, best.size()); ++i) {
    ideal += best[i] / discount(i);
  }
  return gain / ideal;
}

double relevant_within(const Grades& grades, std::size_t depth) {
  const auto end = grades.begin() + static_cast<std::ptrdiff_t>(std::min(depth, grades.size()));
  return static_cast<double>(std::count_if(grades.begin(), end, is_relevant));
}

double reciprocal_rank(const Grades& grades) {
  const auto first = std::find_if(grades.begin(), grades.end(), is_relevant);
  return first == grades.end() ? 0 : 1.0 / static_cast<double>(first - grades.begin() + 1);
}

double bpref(const Grades& grades, double relevant, double not_relevant) {
  double sum = 0;
  double above = 0;  // judged and not relevant
  for (const std::optional<int>& grade : grades) {
    if (is_relevant(grade)) {
      sum += above > 0 ? 1 - std::min(above, relevant) / std::min(not_relevant, relevant) : 1;
    } else if (grade) {
      ++above;
    }
  }
  return sum / relevant;
}

double value_of(const Measure& measure, const Grades& grades, const Judgments& judgments) {
  const auto relevant = static_cast<double>(
      std::count_if(judgments.begin(), judgments.end(), [](const auto& entry) { return entry.second >= 1; }));
  if (relevant == 0) {
    return 0;
  }
  switch (measure.kind) {
    case MeasureKind::AveragePrecision:
      return average_precision(grades, relevant);
    case MeasureKind::Ndcg:
      return ndcg(grades, judgments, measure.depth);
    case MeasureKind::Precision:
      return relevant_within(grades, measure.depth) / measure.depth;
    case MeasureKind::Recall:
      return relevant_within(grades, measure.depth) / relevant;
    case MeasureKind::ReciprocalRank:
      return reciprocal_rank(grades);
    case MeasureKind::Bpref:
      return bpref(grades, relevant, static_cast<double>(judgments.size()) - relevant);
    case MeasureKind::RPrecision:
      return relevant_within(grades, static_cast<std::size_t>(relevant)) / relevant;
    case MeasureKind::Success:
      return relevant_within(grades, measure.depth) > 0 ? 1 : 0;
  }
  return 0;
}

}  // namespace

std::string label_of(const Measure& measure) {
  return with_depth(name_of(measure).label, measure);
}

std::string key_of(const Measure& measure) {
  return with_depth(name_of(measure).key, measure);
}

std::optional<Measure> find_measure(std::string_view key) {
  const std::size_t at = std::min(key.find('@'), key.size());
  const auto* const found = std::find_if(kNames.begin(), kNames.end(),
                                         [&](const MeasureName& name) { return name.key == key.substr(0, at); });
  const std::string_view digits = key.substr(std::min(at + 1, key.size()));
  if (found == kNames.end() || (found->depth == Depth::Needed) != (at < key.size())) {
    return std::nullopt;
  }
  Measure measure{found->kind, 0};
  if (found->depth == Depth::None) {
    return measure;
  }
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), measure.depth);
  const bool is_number = error == std::errc{} && end == digits.data() + digits.size() && measure.depth > 0;
  return is_number ? std::optional(measure) : std::nullopt;
}

std::vector<Measure> usual_measures() {
  return {{MeasureKind::AveragePrecision, 0},
          {MeasureKind::Ndcg, 10},
          {MeasureKind::Precision, 10},
          {MeasureKind::Recall, 100},
          {MeasureKind::Recall, 1000},
          {MeasureKind::ReciprocalRank, 0},
          {MeasureKind::Bpref, 0}};
}

std::vector<double> measure(std::vector<RankedDocument> documents, const Judgments& judgments,
                            std::span<const Measure> measures) {
  const Grades grades = grades_of(documents, judgments);
  std::vector<double> values;
  std::transform(measures.begin(), measures.end(), std::back_inserter(values),
                 [&](const Measure& measure) { return value_of(measure, grades, judgments); });
  return values;
}

}  // namespace nutgraf::evaluate
