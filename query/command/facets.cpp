// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "query/command/commands.h"
#include "query/command/queries.h"
#include "query/command/row_view.h"
#include "query/format/text_table.h"

namespace nutgraf::query {
namespace {

const std::vector<std::string> kFacetColumns = {"field",       "value",  "passages",   "articles",
                                                "occurrences", "tokens", "per_million"};

bool is_crossed(const std::vector<std::string>& fields) {
  return std::any_of(fields.begin(), fields.end(),
                     [](const std::string& field) { return field.find(',') != std::string::npos; });
}

std::vector<std::string> facet_columns(const std::vector<std::string>& fields) {
  std::vector<std::string> columns = kFacetColumns;
  if (is_crossed(fields)) {
    columns.insert(columns.end(), {"cross_field", "cross_value"});
  }
  return columns;
}

format::Row facet_row(const view::Facet& facet, const std::vector<std::string>& columns) {
  const auto known = [](const std::optional<std::string>& text) {
    return text ? format::Row(*text) : format::Row(nullptr);
  };
  format::Row row = format::Row::object();
  row["field"] = facet.field;
  row["value"] = known(facet.value);
  row["passages"] = facet.passages;
  row["articles"] = facet.articles;
  row["occurrences"] = facet.occurrences;
  row["tokens"] = facet.tokens;
  row["per_million"] = format::rate(facet.occurrences, facet.tokens);
  if (columns.size() > kFacetColumns.size()) {
    row["cross_field"] = facet.cross_field.empty() ? format::Row(nullptr) : format::Row(facet.cross_field);
    row["cross_value"] = known(facet.cross_value);
  }
  return row;
}

}  // namespace

ExitCode run_facets(const QueryOptions& options, const Console& console) {
  const std::vector<std::string> fields =
      options.view.facets.empty() ? std::vector<std::string>{kUsualFacet} : options.view.facets;
  const std::vector<std::string> columns = facet_columns(fields);
  const auto rows = [&](search::Searcher& searcher, const input::NamedQuery& query, const TakeRow& take) {
    RowTotals totals;
    std::map<std::pair<std::string, std::string>, std::uint64_t> taken;  // the limit is one of values of a field
    for (const view::Facet& facet : searcher.facets(request_for(options, query), fields)) {
      totals.found += facet.passages;
      ++totals.rows;
      const std::uint64_t place = ++taken[{facet.field, facet.cross_field}];
      totals.limit = std::max(totals.limit, place);
      if (place <= options.request.limit) {
        take(facet_row(facet, columns));
      }
    }
    return totals;
  };
  return answer_with_rows(options, console, {columns, rows, [&columns](const std::vector<format::Row>& all) {
                                               return format::text_table(columns, all);
                                             }});
}

}  // namespace nutgraf::query
