// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <nlohmann/json.hpp>

#include "query/command/commands.h"
#include "query/command/queries.h"
#include "query/command/row_view.h"
#include "query/format/text_table.h"
#include "query/view/association.h"

namespace nutgraf::query {
namespace {

const std::vector<std::string> kCollocateColumns = {"word", "f_pair", "f_word", "logdice", "mi", "mi3", "t", "ll"};

format::Row collocate_row(const view::Collocate& collocate) {
  const view::PairCounts& counts = collocate.counts;
  format::Row row = format::Row::object();
  row["word"] = collocate.word;
  row["f_pair"] = counts.pair;
  row["f_word"] = counts.word;
  row["logdice"] = format::rounded_value(view::log_dice(counts));
  row["mi"] = format::rounded_value(view::mutual_information(counts));
  row["mi3"] = format::rounded_value(view::mutual_information_cubed(counts));
  row["t"] = format::rounded_value(view::t_score(counts));
  row["ll"] = format::rounded_value(view::log_likelihood(counts));
  return row;
}

std::string_view sort_column(Measured sort) {
  switch (sort) {
    case Measured::Mi:
      return "mi";
    case Measured::Mi3:
      return "mi3";
    case Measured::T:
      return "t";
    case Measured::Ll:
      return "ll";
    case Measured::Frequency:
      return "f_pair";
    case Measured::LogDice:
    case Measured::ChiSquare:
    case Measured::LogRatio:
    case Measured::Word:
      break;
  }
  return "logdice";
}

}  // namespace

ExitCode run_collocates(const QueryOptions& options, const Console& console) {
  const auto rows = [&](search::Searcher& searcher, const input::NamedQuery& query, const TakeRow& take) {
    std::vector<format::Row> all;
    for (const view::Collocate& collocate : searcher.collocates(request_for(options, query), options.view.collocates)) {
      if (collocate.counts.pair >= options.view.least_frequency) {
        all.push_back(collocate_row(collocate));
      }
    }
    if (options.view.collocate_sort != Measured::Word) {  // they come by word, which decides among equals
      const std::string column(sort_column(options.view.collocate_sort));
      std::stable_sort(all.begin(), all.end(), [&](const format::Row& a, const format::Row& b) {
        return a.at(column).get<double>() > b.at(column).get<double>();
      });
    }
    std::for_each(all.begin(), all.end(), at_most(options.request.limit, take));
    RowTotals totals{all.size(), all.size(), all.size()};
    if (all.empty() && searcher.count_articles(request_for(options, query)).passages > 0) {
      totals.notes = {"no word is listed: what matches has no words beside it, or none --min-freq times"};
    }
    return totals;
  };
  return answer_with_rows(options, console, {kCollocateColumns, rows, [](const std::vector<format::Row>& all) {
                                               return format::text_table(kCollocateColumns, all);
                                             }});
}

}  // namespace nutgraf::query
