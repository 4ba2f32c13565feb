// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>

#include "core/base/failure.h"
#include "query/command/console.h"
#include "query/command/workers.h"

/// The one query of the command line, the queries of a file, or those that arrive on standard input: every view answers
/// them the same way.
namespace nutgraf::query {

struct View {
  format::Frame frame;  // around the outcomes' outputs
  /// Throws QueryError for a query that cannot be asked; called for every query of a file before any is answered.
  std::function<void(search::Searcher&, const input::NamedQuery&)> check;
  Ask ask;
  /// What stands in the place of the answer to a query of standard input that cannot be answered, null where the line
  /// holds none; without it nothing does, but in JSON always the reason.
  std::function<std::string(const input::NamedQuery*)> refused = {};
};

/// Asks and writes. Done where any query has a row (or --ok-empty), else NothingFound; Usage where --keep-going left
/// queries out; for standard input, the code of the first query that failed. Throws Failure(Usage) after listing every
/// wrong query of a file.
ExitCode answer_queries(const QueryOptions& options, const Console& console, const View& view);

[[nodiscard]] format::Queries how_many(const QueryOptions& options);
[[nodiscard]] bool is_sorted_by_date(const QueryOptions& options);
/// Sorted by date, words side by side must all occur unless --match says otherwise.
[[nodiscard]] search::Request request_for(const QueryOptions& options, const input::NamedQuery& query);
/// A check that binds the query without a search.
[[nodiscard]] std::function<void(search::Searcher&, const input::NamedQuery&)> bind_check(const QueryOptions& options);
[[nodiscard]] format::FormatOptions format_options(const QueryOptions& options, const Console& console);

}  // namespace nutgraf::query
