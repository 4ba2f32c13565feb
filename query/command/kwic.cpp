// SPDX-License-Identifier: GPL-2.0-or-later
#include <nlohmann/json.hpp>

#include "query/command/commands.h"
#include "query/command/queries.h"
#include "query/command/row_view.h"
#include "query/format/kwic_line.h"

namespace nutgraf::query {
namespace {

const std::vector<std::string> kKwicColumns = {"id",   "passage", "date",  "source", "title",
                                               "left", "node",    "right", "start",  "end"};

format::Row kwic_row(const view::ConcordanceLine& line) {
  const auto known = [](const std::string& text) { return text.empty() ? format::Row(nullptr) : format::Row(text); };
  format::Row row = format::Row::object();
  row["id"] = line.id;
  row["passage"] = line.passage;
  row["date"] = known(line.record.date);
  row["source"] = known(line.record.source);
  row["title"] = known(line.record.title);
  row["left"] = line.left;
  row["node"] = line.node;
  row["right"] = line.right;
  row["start"] = line.place ? format::Row(line.place->begin) : format::Row(nullptr);
  row["end"] = line.place ? format::Row(line.place->end) : format::Row(nullptr);
  return row;
}

}  // namespace

ExitCode run_kwic(const QueryOptions& options, const Console& console) {
  view::ConcordanceOptions concordance = options.view.concordance;
  concordance.limit = options.request.limit;
  const bool is_text = format_of(options) == format::FormatName::Text;
  const auto rows = [&](search::Searcher& searcher, const input::NamedQuery& query, const TakeRow& take) {
    const search::Request request = request_for(options, query);
    std::uint64_t shown = 0;
    searcher.concordance(request, concordance, [&](const view::ConcordanceLine& line) {
      ++shown;
      take(kwic_row(line));
    });
    const bool may_be_cut = shown == concordance.limit && !concordance.sample && is_text;
    const std::uint64_t all = may_be_cut ? searcher.count(request).occurrences : shown;
    return RowTotals{shown, all, all};
  };
  const format::FormatOptions format = format_options(options, console);
  const auto text = [&](const std::vector<format::Row>& all) {
    std::string out;
    for (const format::Row& row : all) {
      out += format::kwic_line(row, format);
    }
    return out;
  };
  return answer_with_rows(options, console, {kKwicColumns, rows, text});
}

}  // namespace nutgraf::query
