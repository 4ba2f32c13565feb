// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/unknown_words.h"

#include <fmt/format.h>

#include "core/text/display_width.h"
#include "query/command/console.h"
#include "query/command/queries.h"

namespace nutgraf::query {
namespace {

void say_unknown(search::Searcher& searcher, const search::Request& request, std::string_view where) {
  for (const bind::UnknownWord& word : searcher.unknown_words(request)) {
    const std::string advice = word.nearest.empty() ? "" : fmt::format("; did you mean {}?", word.nearest);
    say(fmt::format("{}{}: in no passage{}", where, without_controls(word.text), without_controls(advice)));
  }
}

}  // namespace

void say_unknown_words(const QueryOptions& options, search::Searcher& searcher, const input::NamedQuery& query,
                       std::string_view where) {
  // Queries of `similar` are ids; those of eval are judged, not asked.
  if (is_quiet(options) || options.command == Command::Similar || options.command == Command::Eval) {
    return;
  }
  search::Request request = request_for(options, query);
  say_unknown(searcher, request, where);
  if (options.command == Command::Compare && !options.view.against.empty()) {
    request.query = options.view.against;
    say_unknown(searcher, request, where);
  }
}

}  // namespace nutgraf::query
