// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>

/// Judgments of relevance in TREC form: `qid 0 docno grade` a line.
namespace nutgraf::evaluate {

enum class NegativeGrades : std::uint8_t { Unjudged, NotRelevant };

/// Grades of one query by docno.
using Judgments = std::map<std::string, int, std::less<>>;

struct Qrels {
  std::map<std::string, Judgments, std::less<>> queries;  // by qid
};

/// Reads a file; judgments with a negative grade are left out where they mean unjudged, as in trec_eval; three columns
/// (qid docno grade, a header line allowed) are accepted too. Throws Failure(Missing) where it cannot be read,
/// Failure(Usage) naming file and line of what is no judgment.
[[nodiscard]] Qrels read_qrels(const std::string& file, NegativeGrades negatives = NegativeGrades::Unjudged);

}  // namespace nutgraf::evaluate
