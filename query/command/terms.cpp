// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/text/analyzer.h"
#include "query/command/commands.h"
#include "query/command/opened_index.h"
#include "query/command/table.h"
#include "query/search/postings/index_lexicon.h"

namespace nutgraf::query {

ExitCode run_terms(const QueryOptions& options, const Console& console) {
  const OpenedIndex opened(options, console);
  const std::string pattern = Analyzer().fold(options.words);
  Table table(options, console, {"term", "passages", "occurrences"});
  search::postings::list_terms(opened.index(), pattern, [&](const search::postings::TermRow& term) {
    if (table.rows() == options.request.limit) {
      return false;
    }
    format::Row row = format::Row::object();
    row["term"] = term.term;
    row["passages"] = term.passages;
    row["occurrences"] = term.occurrences;
    table.add(row);
    return true;
  });
  table.finish();
  return table.rows() > 0 || options.ok_empty ? ExitCode::Done : ExitCode::NothingFound;
}

}  // namespace nutgraf::query
