// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "query/command/bare_words.h"
#include "query/command/commands.h"
#include "query/command/queries.h"
#include "query/format/concordance.h"
#include "query/format/hit_row.h"
#include "query/view/display_width.h"

namespace nutgraf::query {
namespace {

constexpr std::uint32_t kContext = 80;  // code points either side in machine formats

Row row_of(const Hit& hit, const Occurrence& occurrence, const NamedQuery& query) {
  const auto known = [](const std::string& text) { return text.empty() ? Row(nullptr) : Row(text); };
  Row row = Row::object();
  if (!query.qid.empty()) {
    row["qid"] = query.qid;
  }
  row["id"] = hit.id;
  row["passage"] = hit.passage;
  row["date"] = known(hit.record.date);
  row["source"] = known(hit.record.source);
  row["title"] = known(hit.record.title);
  row["left"] = occurrence.left;
  row["node"] = occurrence.node;
  row["right"] = occurrence.right;
  row["start"] = occurrence.place.begin;
  row["end"] = occurrence.place.end;
  return row;
}

std::string padded_left(std::string_view text, std::size_t columns) {
  return std::string(columns - std::min(columns, display_width(text)), ' ').append(text);
}

// left | node right, the nodes one under the other.
std::string line_of(const Hit& hit, const Occurrence& occurrence, const FormatOptions& format) {
  const std::size_t half = (format.width - std::min<std::size_t>(format.width, 2)) / 2;
  const bool colours = format.marks == Marks::Terminal;
  const std::string node =
      colours ? fmt::format("\033[1;31m{}\033[0m", occurrence.node) : fmt::format("*{}*", occurrence.node);
  const std::size_t room = half - std::min(half, display_width(occurrence.node) + 2);
  return fmt::format("{} {}{}  {}#{}\n", padded_left(last_columns(occurrence.left, half - 1), half - 1), node,
                     first_columns(occurrence.right, room), hit.id, hit.passage);
}

using WriteLine = std::function<std::string(const Hit&, const Occurrence&, const NamedQuery&)>;

struct KwicFormat {
  Frame frame;
  WriteLine write;
};

KwicFormat kwic_format(const QueryOptions& options, const Console& console) {
  const FormatName name = options.output.format.value_or(FormatName::Text);
  const FormatOptions format = format_options(options, console);
  if (name == FormatName::Text) {
    return {{}, [format](const Hit& hit, const Occurrence& occurrence, const NamedQuery&) {
              return line_of(hit, occurrence, format);
            }};
  }
  std::vector<std::string> columns = {"id",   "passage", "date",  "source", "title",
                                      "left", "node",    "right", "start",  "end"};
  if (how_many(options) == Queries::Several) {
    columns.insert(columns.begin(), "qid");
  }
  const std::shared_ptr<RowFormat> rows = row_format(name, columns, format);
  return {rows->frame(), [rows](const Hit& hit, const Occurrence& occurrence, const NamedQuery& query) {
            return rows->row(row_of(hit, occurrence, query));
          }};
}

SearchRequest every_passage(const QueryOptions& options, const NamedQuery& query) {
  SearchRequest request = request_for(options, query);
  request.limit = std::numeric_limits<std::uint32_t>::max();
  request.per_article = std::numeric_limits<std::uint32_t>::max();
  request.copies = Copies::All;
  request.notes = Notes::None;
  return request;
}

}  // namespace

ExitCode run_kwic(const QueryOptions& options, const Console& console) {
  const KwicFormat format = kwic_format(options, console);
  const auto check = [&, bind = bind_check(options)](Searcher& searcher, const NamedQuery& query) {
    require_clear_words(options, query);
    bind(searcher, query);
  };
  const auto ask = [&](Searcher& searcher, const NamedQuery& query) {
    require_clear_words(options, query);
    const Answer answer = searcher.search(every_passage(options, query));
    Outcome outcome;
    outcome.us = answer.took_us;
    for (const Hit& hit : answer.hits) {
      for (const Occurrence& occurrence : occurrences(hit, kContext)) {
        if (outcome.rows == options.request.limit) {
          return outcome;
        }
        outcome.output += outcome.rows > 0 ? format.frame.between : std::string();
        outcome.output += format.write(hit, occurrence, query);
        ++outcome.rows;
      }
    }
    return outcome;
  };
  return answer_queries(options, console, {format.frame, check, ask});
}

}  // namespace nutgraf::query
