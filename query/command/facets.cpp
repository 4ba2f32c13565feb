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

const std::vector<std::string> kFacetColumns = {"field", "value", "passages", "articles"};

format::Row facet_row(const view::Facet& facet) {
  format::Row row = format::Row::object();
  row["field"] = facet.field;
  row["value"] = facet.value ? format::Row(*facet.value) : format::Row(nullptr);
  row["passages"] = facet.passages;
  row["articles"] = facet.articles;
  return row;
}

}  // namespace

ExitCode run_facets(const QueryOptions& options, const Console& console) {
  const std::vector<std::string> fields =
      options.view.facets.empty() ? std::vector<std::string>{kUsualFacet} : options.view.facets;
  const auto rows = [&](search::Searcher& searcher, const input::NamedQuery& query, const TakeRow& take) {
    RowTotals totals;
    std::map<std::string, std::uint64_t> taken;  // the limit is one of values of a field
    for (const view::Facet& facet : searcher.facets(request_for(options, query), fields)) {
      totals.found += facet.passages;
      ++totals.rows;
      const std::uint64_t place = ++taken[facet.field];
      totals.limit = std::max(totals.limit, place);
      if (place <= options.request.limit) {
        take(facet_row(facet));
      }
    }
    return totals;
  };
  return answer_with_rows(options, console, {kFacetColumns, rows, [](const std::vector<format::Row>& all) {
                                               return format::text_table(kFacetColumns, all);
                                             }});
}

}  // namespace nutgraf::query
