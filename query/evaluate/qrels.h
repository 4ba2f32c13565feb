// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>

/// Judgments of relevance in TREC form: `qid 0 docno grade` a line.
namespace nutgraf::query {

/// Grades of one query by docno. Negative grades mean unjudged and are not kept.
using Judgments = std::map<std::string, int, std::less<>>;

struct Qrels {
  std::map<std::string, Judgments, std::less<>> queries;  // by qid
};

/// Reads a file; three columns (qid docno grade, a header line allowed) are accepted too. Throws Failure(Missing) where
/// it cannot be read, Failure(Usage) naming file and line of what is no judgment.
[[nodiscard]] Qrels read_qrels(const std::string& file);

}  // namespace nutgraf::query
