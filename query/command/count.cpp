// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <chrono>
#include <nlohmann/json.hpp>

#include "query/command/bare_words.h"
#include "query/command/commands.h"
#include "query/command/copies_note.h"
#include "query/command/queries.h"
#include "query/command/undated_note.h"
#include "query/format/captions.h"
#include "query/format/hit_row.h"

namespace nutgraf::query {
namespace {

using Counts = search::Searcher::Counts;

std::string with_noun(std::uint64_t number, std::string_view noun) {
  return fmt::format("{} {}{}", fmt::group_digits(number), noun, number == 1 ? "" : "s");
}

std::uint64_t in_unit(const Counts& counts, Unit unit) {
  switch (unit) {
    case Unit::Articles:
      return counts.articles;
    case Unit::Occurrences:
      return counts.occurrences;
    case Unit::Stories:
      return counts.stories;
    case Unit::All:
    case Unit::Passages:
      break;
  }
  return counts.passages;
}

format::Row row_of(const input::NamedQuery& query, const Counts& counts) {
  format::Row row = format::Row::object();
  if (!query.qid.empty()) {
    row["qid"] = query.qid;
  }
  row["query"] = query.text;
  row["passages"] = counts.passages;
  row["articles"] = counts.articles;
  row["occurrences"] = counts.occurrences;
  return row;
}

std::string sentence(const input::NamedQuery& query, const Counts& counts) {
  const std::string name = query.qid.empty() ? "" : fmt::format("{} · {}: ", query.qid, query.text);
  return fmt::format("{}{} in {}, {}\n", name, with_noun(counts.passages, "passage"),
                     with_noun(counts.articles, "article"), with_noun(counts.occurrences, "occurrence"));
}

/// The row of a query that could not be counted, without numbers.
format::Row row_without_counts(const input::NamedQuery* query) {
  format::Row row = format::Row::object();
  if (query != nullptr) {
    row["qid"] = query->qid;
    row["query"] = query->text;
  }
  return row;
}

std::string empty_line(const input::NamedQuery* /*query*/) {
  return "\n";
}

using Write = std::function<std::string(const input::NamedQuery&, const Counts&)>;
using WriteRefused = std::function<std::string(const input::NamedQuery*)>;

struct CountFormat {
  format::Frame frame;
  Write write;
  WriteRefused refused = empty_line;
};

CountFormat count_format(const QueryOptions& options, const Console& console) {
  if (options.unit != Unit::All) {
    return {{}, [&options](const input::NamedQuery&, const Counts& counts) {
              return fmt::format("{}\n", in_unit(counts, options.unit));
            }};
  }
  const format::FormatName name = format_of(options);
  if (name == format::FormatName::Text) {
    return {{}, sentence};
  }
  if (name == format::FormatName::Json && how_many(options) == format::Queries::One) {
    return {{{}, {}, "\n"}, [](const input::NamedQuery& query, const Counts& counts) {
              return format::to_json(row_of(query, counts));
            }};
  }
  if (how_many(options) == format::Queries::Lines) {
    return {{}, [](const input::NamedQuery& query, const Counts& counts) {
              return format::to_json(row_of(query, counts)) + "\n";
            }};
  }
  std::vector<std::string> columns = {"query", "passages", "articles", "occurrences"};
  if (how_many(options) == format::Queries::Several) {
    columns.insert(columns.begin(), "qid");
  }
  const std::shared_ptr<format::RowFormat> rows = format::row_format(name, columns, format_options(options, console));
  return {rows->frame(),
          [rows](const input::NamedQuery& query, const Counts& counts) { return rows->row(row_of(query, counts)); },
          [rows](const input::NamedQuery* query) { return rows->row(row_without_counts(query)); }};
}

}  // namespace

ExitCode run_count(const QueryOptions& options, const Console& console) {
  const CountFormat format = count_format(options, console);
  const auto ask = [&](search::Searcher& searcher, const input::NamedQuery& query) {
    require_clear_words(options, query);
    const auto start = std::chrono::steady_clock::now();
    const search::Request request = request_for(options, query);
    const Counts counts = searcher.count(request);
    const auto taken = std::chrono::steady_clock::now() - start;
    Outcome outcome{format.write(query, counts), counts.passages,
                    static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(taken).count()),
                    options.unit == Unit::Stories ? std::vector<std::string>() : copies_note(request, counts)};
    if (wants_notes(options, console)) {
      const std::vector<std::string> undated = undated_note(request, searcher);
      outcome.notes.insert(outcome.notes.end(), undated.begin(), undated.end());
    }
    return outcome;
  };
  return answer_queries(options, console, {format.frame, clear_words_check(options), ask, format.refused});
}

}  // namespace nutgraf::query
