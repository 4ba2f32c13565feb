// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/evaluate/measures.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace nutgraf::query {
namespace {

constexpr std::array<MeasureName, 7> kNames = {{{"MAP", "map", &Measures::map},
                                                {"nDCG@10", "ndcg@10", &Measures::ndcg_10},
                                                {"P@10", "p@10", &Measures::p_10},
                                                {"R@100", "r@100", &Measures::r_100},
                                                {"R@1000", "r@1000", &Measures::r_1000},
                                                {"MRR", "mrr", &Measures::mrr},
                                                {"bpref", "bpref", &Measures::bpref}}};
constexpr std::size_t kDepth = 10;  // of nDCG and P

using Grades = std::vector<std::optional<int>>;  // of the ranking; nothing = unjudged

Grades grades_of(std::vector<RankedDocument>& documents, const Judgments& judgments) {
  std::sort(documents.begin(), documents.end(), [](const RankedDocument& a, const RankedDocument& b) {
    return a.score != b.score ? a.score > b.score : a.docno > b.docno;
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

double ndcg(const Grades& grades, const Judgments& judgments) {
  std::vector<int> best;
  for (const auto& [docno, grade] : judgments) {
    best.push_back(grade);
  }
  std::sort(best.begin(), best.end(), std::greater<>());
  double gain = 0;
  double ideal = 0;
  for (std::size_t i = 0; i < kDepth; ++i) {
    gain += i < grades.size() ? grades[i].value_or(0) / discount(i) : 0;
    ideal += i < best.size() ? best[i] / discount(i) : 0;
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

}  // namespace

const std::array<MeasureName, 7>& measure_names() {
  return kNames;
}

Measures& Measures::operator+=(const Measures& other) {
  for (const MeasureName& name : kNames) {
    this->*name.value += other.*name.value;
  }
  return *this;
}

Measures& Measures::operator/=(double count) {
  for (const MeasureName& name : kNames) {
    this->*name.value /= count;
  }
  return *this;
}

Measures measure(std::vector<RankedDocument> documents, const Judgments& judgments) {
  const auto relevant = static_cast<double>(
      std::count_if(judgments.begin(), judgments.end(), [](const auto& entry) { return entry.second >= 1; }));
  Measures measures;
  if (relevant == 0) {
    return measures;
  }
  const Grades grades = grades_of(documents, judgments);
  measures.map = average_precision(grades, relevant);
  measures.ndcg_10 = ndcg(grades, judgments);
  measures.p_10 = relevant_within(grades, kDepth) / static_cast<double>(kDepth);
  measures.r_100 = relevant_within(grades, 100) / relevant;
  measures.r_1000 = relevant_within(grades, 1000) / relevant;
  measures.mrr = reciprocal_rank(grades);
  measures.bpref = bpref(grades, relevant, static_cast<double>(judgments.size()) - relevant);
  return measures;
}

}  // namespace nutgraf::query
