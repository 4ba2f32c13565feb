// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <nlohmann/json.hpp>

#include "query/command/commands.h"
#include "query/command/queries.h"
#include "query/command/row_view.h"
#include "query/format/text_table.h"
#include "query/view/keyness.h"

namespace nutgraf::query {
namespace {

const std::vector<std::string> kCompareColumns = {"word",          "f_a", "f_b",      "per_million_a",
                                                  "per_million_b", "ll",  "log_ratio"};

format::Row key_word_row(const view::KeyWord& word) {
  const view::KeynessCounts& counts = word.counts;
  format::Row row = format::Row::object();
  row["word"] = word.word;
  row["f_a"] = counts.a;
  row["f_b"] = counts.b;
  row["per_million_a"] = format::rounded_value(view::per_million(counts.a, counts.tokens_a));
  row["per_million_b"] = format::rounded_value(view::per_million(counts.b, counts.tokens_b));
  row["ll"] = format::rounded_value(view::log_likelihood(counts));
  row["log_ratio"] = format::rounded_value(view::log_ratio(counts));
  return row;
}

// The words of A first: what is more frequent in B counts as negative.
double with_direction(double value, const view::KeynessCounts& counts) {
  const bool more_in_a = view::per_million(counts.a, counts.tokens_a) >= view::per_million(counts.b, counts.tokens_b);
  return more_in_a ? value : -value;
}

double sort_value(const view::KeyWord& word, Measured sort) {
  switch (sort) {
    case Measured::ChiSquare:
      return with_direction(view::chi_square(word.counts), word.counts);
    case Measured::LogRatio:
      return view::log_ratio(word.counts);
    case Measured::Frequency:
      return static_cast<double>(word.counts.a);
    case Measured::LogDice:
    case Measured::Mi:
    case Measured::Mi3:
    case Measured::T:
    case Measured::Ll:
    case Measured::Word:
      break;
  }
  return with_direction(view::log_likelihood(word.counts), word.counts);
}

std::vector<view::KeyWord> sorted_words(std::vector<view::KeyWord> words, const ViewOptions& view) {
  words.erase(std::remove_if(words.begin(), words.end(),
                             [&](const view::KeyWord& w) { return w.counts.a + w.counts.b < view.least_frequency; }),
              words.end());
  if (view.key_word_sort != Measured::Word) {
    std::stable_sort(words.begin(), words.end(), [&](const view::KeyWord& a, const view::KeyWord& b) {
      return sort_value(a, view.key_word_sort) > sort_value(b, view.key_word_sort);
    });
  }
  return words;
}

}  // namespace

ExitCode run_compare(const QueryOptions& options, const Console& console) {
  const auto rows = [&](search::Searcher& searcher, const input::NamedQuery& query, const TakeRow& take) {
    const search::Request request = request_for(options, query);
    search::Request other = request;
    other.query = options.view.against;
    const std::vector<view::KeyWord> words =
        sorted_words(searcher.compare(request, options.view.against.empty() ? nullptr : &other), options.view);
    const TakeRow limited = at_most(options.request.limit, take);
    RowTotals totals{0, words.size(), words.size()};
    for (const view::KeyWord& word : words) {
      totals.found += word.counts.a > 0 ? 1U : 0U;
      limited(key_word_row(word));
    }
    return totals;
  };
  return answer_with_rows(options, console, {kCompareColumns, rows, [](const std::vector<format::Row>& all) {
                                               return format::text_table(kCompareColumns, all);
                                             }});
}

}  // namespace nutgraf::query
