// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

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

/// Why there is nothing to compare; empty where both sides have words.
std::string missing_side(const std::vector<view::KeyWord>& words, const ViewOptions& view) {
  if (words.empty() || words.front().counts.tokens_a == 0) {
    return "nothing to compare: no passage matches the query";
  }
  if (words.front().counts.tokens_b > 0) {
    return {};
  }
  return fmt::format("nothing to compare with: {}",
                     view.against.empty() ? "there is no other passage" : "no passage matches --against");
}

std::string sizes_of(const view::KeynessCounts& counts) {
  return fmt::format("a: {} tokens; b: {} tokens\n", fmt::group_digits(counts.tokens_a),
                     fmt::group_digits(counts.tokens_b));
}

}  // namespace

ExitCode run_compare(const QueryOptions& options, const Console& console) {
  const auto rows = [&](search::Searcher& searcher, const input::NamedQuery& query, const TakeRow& take) {
    const search::Request request = request_for(options, query);
    search::Request other = request;
    other.query = options.view.against;
    std::vector<view::KeyWord> compared = searcher.compare(request, options.view.against.empty() ? nullptr : &other);
    if (const std::string missing = missing_side(compared, options.view); !missing.empty()) {
      return RowTotals{.notes = {missing}};
    }
    const std::string sizes = sizes_of(compared.front().counts);
    const std::vector<view::KeyWord> words = sorted_words(std::move(compared), options.view);
    const TakeRow limited = at_most(options.request.limit, take);
    RowTotals totals{0, words.size(), words.size(), sizes};
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
