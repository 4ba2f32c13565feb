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

const std::vector<std::string> kDispersionColumns = {"field",  "parts", "parts_with_match", "occurrences",
                                                     "tokens", "dp",    "dp_norm",          "juilland_d"};

format::Row dispersion_row(const view::FacetDispersion& found) {
  format::Row row = format::Row::object();
  row["field"] = found.cross_field.empty() ? found.field : found.field + "," + found.cross_field;
  row["parts"] = found.parts;
  row["parts_with_match"] = found.with_match;
  row["occurrences"] = found.occurrences;
  row["tokens"] = found.tokens;
  row["dp"] = format::rounded_value(found.dispersion.dp);
  row["dp_norm"] = format::rounded_value(found.dispersion.dp_norm);
  row["juilland_d"] = format::rounded_value(found.dispersion.juilland_d);
  return row;
}

ExitCode answer_with_table(const QueryOptions& options, const Console& console, const std::vector<std::string>& columns,
                           decltype(RowView::rows) rows) {
  const auto text = [&columns](const std::vector<format::Row>& all) { return format::text_table(columns, all); };
  return answer_with_rows(options, console, {columns, std::move(rows), text});
}

}  // namespace

ExitCode run_facets(const QueryOptions& options, const Console& console) {
  const std::vector<std::string> fields =
      options.view.facets.empty() ? std::vector<std::string>{kUsualFacet} : options.view.facets;
  if (options.view.facet_rows == FacetRows::Dispersion) {
    return answer_with_table(options, console, kDispersionColumns,
                             [&](search::Searcher& searcher, const input::NamedQuery& query, const TakeRow& take) {
                               RowTotals totals;
                               for (const auto& found : searcher.dispersion(request_for(options, query), fields)) {
                                 totals.found += found.occurrences;
                                 totals.limit = ++totals.rows;
                                 take(dispersion_row(found));
                               }
                               return totals;
                             });
  }
  const std::vector<std::string> columns = facet_columns(fields);
  return answer_with_table(options, console, columns,
                           [&](search::Searcher& searcher, const input::NamedQuery& query, const TakeRow& take) {
                             RowTotals totals;
                             // The limit is one of values of a field.
                             std::map<std::pair<std::string, std::string>, std::uint64_t> taken;
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
                           });
}

}  // namespace nutgraf::query
