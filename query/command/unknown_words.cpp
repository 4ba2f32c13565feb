// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/unknown_words.h"

#include <fmt/format.h>

#include "core/text/display_width.h"
#include "query/command/console.h"
#include "query/command/queries.h"

namespace nutgraf::query {
namespace {

void add_unknown(search::Searcher& searcher, const search::Request& request, std::vector<std::string>& lines) {
  for (const bind::UnknownWord& word : searcher.unknown_words(request)) {
    const std::string advice = word.nearest.empty() ? "" : fmt::format("; did you mean {}?", word.nearest);
    lines.push_back(fmt::format("{}: in no passage{}", without_controls(word.text), without_controls(advice)));
  }
}

}  // namespace

std::vector<std::string> unknown_words_of(const QueryOptions& options, search::Searcher& searcher,
                                          const input::NamedQuery& query) {
  std::vector<std::string> lines;
  // Queries of `similar` are ids; those of eval are judged, not asked.
  if (options.command == Command::Similar || options.command == Command::Eval) {
    return lines;
  }
  search::Request request = request_for(options, query);
  add_unknown(searcher, request, lines);
  if (options.command == Command::Compare && !options.view.against.empty()) {
    request.query = options.view.against;
    add_unknown(searcher, request, lines);
  }
  return lines;
}

std::vector<std::string> unknown_values_of(const QueryOptions& options, search::Searcher& searcher,
                                           const input::NamedQuery& query) {
  search::Request request = request_for(options, query);
  request.query = options.command == Command::Similar ? std::string() : request.query;  // an id
  return searcher.unknown_values(request);
}

void say_unknown_words(const QueryOptions& options, search::Searcher& searcher, const input::NamedQuery& query,
                       std::string_view where) {
  if (!is_quiet(options)) {
    for (const std::string& line : unknown_words_of(options, searcher, query)) {
      say(fmt::format("{}{}", where, line));
    }
  }
}

}  // namespace nutgraf::query
