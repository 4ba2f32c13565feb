// SPDX-License-Identifier: GPL-2.0-or-later
#include <nlohmann/json.hpp>

#include "query/command/commands.h"
#include "query/command/queries.h"
#include "query/command/row_view.h"
#include "query/format/kwic_line.h"
#include "query/format/kwic_row.h"

namespace nutgraf::query {
ExitCode run_kwic(const QueryOptions& options, const Console& console) {
  view::ConcordanceOptions concordance = options.view.concordance;
  concordance.limit = options.request.limit;
  const std::vector<std::string> columns = options.output.fields.empty() ? format::line_keys() : options.output.fields;
  const bool is_text = format_of(options) == format::FormatName::Text;
  const auto rows = [&](search::Searcher& searcher, const input::NamedQuery& query, const TakeRow& take) {
    const search::Request request = request_for(options, query);
    std::uint64_t shown = 0;
    searcher.concordance(request, concordance, [&](const view::ConcordanceLine& line) {
      ++shown;
      take(format::line_row(line, columns));
    });
    const bool may_be_cut = shown == concordance.limit && !concordance.sample;
    const bool is_asked = is_text || console.remarks != nullptr || shown == 0;
    const std::uint64_t all = may_be_cut && is_asked ? searcher.count(request).occurrences : shown;
    return RowTotals{all, all, all};
  };
  const format::FormatOptions format = format_options(options, console);
  const auto text = [&](const std::vector<format::Row>& all) {
    std::string out;
    for (const format::Row& row : all) {
      out += format::kwic_line(row, format);
    }
    return out;
  };
  return answer_with_rows(options, console, {columns, rows, text});
}

}  // namespace nutgraf::query
