// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "query/command/commands.h"
#include "query/command/queries.h"
#include "query/command/row_view.h"
#include "query/format/bars.h"
#include "query/format/text_table.h"

namespace nutgraf::query {
namespace {

const std::vector<std::string> kTrendColumns = {"bucket",   "from",        "to",     "passages",
                                                "articles", "occurrences", "tokens", "per_million"};
const std::vector<std::string> kShownColumns = {"bucket", "passages", "articles", "occurrences", "per_million"};

format::Row trend_row(const view::Bucket& bucket) {
  const view::DayCounts& counts = bucket.counts;
  format::Row row = format::Row::object();
  row["bucket"] = bucket.name;
  row["from"] = bucket.days ? format::Row(schema::to_string(bucket.days->first)) : format::Row(nullptr);
  row["to"] = bucket.days ? format::Row(schema::to_string(bucket.days->last)) : format::Row(nullptr);
  row["passages"] = counts.passages;
  row["articles"] = counts.articles;
  row["occurrences"] = counts.occurrences;
  row["tokens"] = counts.tokens;
  row["per_million"] = format::rate(counts.occurrences, counts.tokens);
  return row;
}

std::uint64_t occurrences_of(const format::Row& row) {
  return row.at("occurrences").get<std::uint64_t>();
}

/// Of the first `dated` rows those from the first with a match to the last: [begin, end), empty where there is none.
std::pair<std::size_t, std::size_t> matching_rows(const std::vector<format::Row>& rows, std::size_t dated) {
  const auto end = rows.begin() + static_cast<std::ptrdiff_t>(dated);
  const auto has_match = [](const format::Row& row) { return row.at("passages").get<std::uint64_t>() > 0; };
  const auto first = std::find_if(rows.begin(), end, has_match);
  const auto last = std::find_if(std::make_reverse_iterator(end), std::make_reverse_iterator(first), has_match);
  return {static_cast<std::size_t>(first - rows.begin()), static_cast<std::size_t>(last.base() - rows.begin())};
}

std::string unmatched(const std::vector<format::Row>& rows, std::size_t begin, std::size_t end) {
  const auto name = [&](std::size_t i) { return rows[i].at("bucket").get<std::string>(); };
  switch (end - begin) {
    case 0:
      return {};
    case 1:
      return fmt::format("{}: nothing\n", name(begin));
    default:
      return fmt::format("{} to {}: nothing\n", name(begin), name(end - 1));
  }
}

// Lines of a table, each with a bar beside it.
std::string with_bars(const std::string& table, const std::vector<format::Row>& rows, std::size_t width) {
  std::uint64_t most = 0;
  for (const format::Row& row : rows) {
    most = std::max(most, occurrences_of(row));
  }
  const std::size_t used = table.find('\n');  // the line of names is as wide as any
  const std::size_t room = width > used + 2 ? width - used - 2 : 0;
  std::string out;
  std::size_t begin = 0;
  for (std::size_t line = 0; begin < table.size(); ++line) {
    const std::size_t end = table.find('\n', begin);
    out += table.substr(begin, end - begin);
    if (line > 0 && occurrences_of(rows[line - 1]) > 0) {
      out += std::string(used - std::min(used, end - begin) + 2, ' ') +
             format::bar(static_cast<double>(occurrences_of(rows[line - 1])), static_cast<double>(most), room);
    }
    out += "\n";
    begin = end + 1;
  }
  return out;
}

// From the first bucket with a match to the last, then the undated; the empty ones before and after on one line each.
std::string chart(const std::vector<format::Row>& rows, std::size_t width) {
  const bool has_undated = !rows.empty() && rows.back().at("from").is_null();
  const std::size_t dated = rows.size() - (has_undated ? 1 : 0);
  const auto [begin, end] = matching_rows(rows, dated);
  const auto at = [&](std::size_t i) { return rows.begin() + static_cast<std::ptrdiff_t>(i); };
  std::vector<format::Row> shown(at(begin), at(end));
  shown.insert(shown.end(), at(dated), rows.end());
  return unmatched(rows, 0, begin) + with_bars(format::text_table(kShownColumns, shown), shown, width) +
         unmatched(rows, end, dated);
}

}  // namespace

ExitCode run_trend(const QueryOptions& options, const Console& console) {
  const auto rows = [&](search::Searcher& searcher, const input::NamedQuery& query, const TakeRow& take) {
    const std::vector<view::Bucket> all =
        view::buckets(searcher.trend(request_for(options, query)), options.view.period);
    RowTotals totals{0, all.size(), all.size()};
    const TakeRow limited = at_most(options.request.limit, take);
    for (const view::Bucket& bucket : all) {
      totals.found += bucket.counts.passages;
      limited(trend_row(bucket));
    }
    return totals;
  };
  const std::size_t width = console.look.width;
  return answer_with_rows(options, console, {kTrendColumns, rows, [width](const std::vector<format::Row>& all) {
                                               return chart(all, width);
                                             }});
}

}  // namespace nutgraf::query
