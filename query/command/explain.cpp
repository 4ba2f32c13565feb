// SPDX-License-Identifier: GPL-2.0-or-later
#include <nlohmann/json.hpp>

#include "core/text/display_width.h"
#include "query/command/commands.h"
#include "query/command/opened_index.h"
#include "query/command/queries.h"
#include "query/format/hit_row.h"

namespace nutgraf::query {

ExitCode run_explain(const QueryOptions& options, const Console& console) {
  const OpenedIndex opened(options, console);
  input::NamedQuery query;
  query.text = options.words;
  const std::string text = opened.searcher().explain(request_for(options, query));
  if (options.output.format == format::FormatName::Json) {
    format::Row row = format::Row::object();
    row["query"] = query.text;
    row["explanation"] = text;
    console.output.write(format::to_json(row) + "\n");
    return ExitCode::Done;
  }
  console.output.write(without_controls(text));
  if (text.empty() || text.back() != '\n') {
    console.output.write("\n");
  }
  return ExitCode::Done;
}

}  // namespace nutgraf::query
