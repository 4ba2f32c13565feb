// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "query/evaluate/measures.h"

namespace nutgraf::evaluate {

/// A ranking for each qid, as a file says: `qid Q0 docno rank score tag` a line. Ranks are not read: scores decide.
using Run = std::map<std::string, std::vector<RankedDocument>, std::less<>>;

/// Throws Failure(Missing) where it cannot be read, Failure(Usage) naming file and line of what is no row of a run or
/// names a document of a query twice.
[[nodiscard]] Run read_run(const std::string& file);

}  // namespace nutgraf::evaluate
