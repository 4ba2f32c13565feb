// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "query/command/console.h"
#include "query/command/workers.h"
#include "query/format/format.h"
#include "query/options.h"

/// Views whose answer to a query is rows of one shape.
namespace nutgraf::query {

using TakeRow = std::function<void(const format::Row& row)>;

/// What there was beside what was handed over.
struct RowTotals {
  std::uint64_t found = 0;   // matches; 0 = nothing found
  std::uint64_t rows = 0;    // without a limit
  std::uint64_t limit = 0;   // that would have let all of them through
  std::string caption = {};  // for people, below the rows
  std::vector<std::string> notes = {};
};

struct RowView {
  std::vector<std::string> columns;  // without qid
  /// Hands over the rows that the limit lets through.
  std::function<RowTotals(search::Searcher&, const input::NamedQuery&, const TakeRow&)> rows;
  /// The rows of one query for people; a line about what the limit kept back follows.
  std::function<std::string(const std::vector<format::Row>&)> text;
};

/// For one query, or several in any format; bare words must be clear, for the numbers are quoted.
ExitCode answer_with_rows(const QueryOptions& options, const Console& console, const RowView& view);

/// Hands over rows until there are enough.
[[nodiscard]] TakeRow at_most(std::uint64_t limit, TakeRow take);

}  // namespace nutgraf::query
