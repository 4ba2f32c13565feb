// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/word_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "query/command/bare_words.h"
#include "query/command/queries.h"
#include "query/command/table.h"
#include "query/command/undated_note.h"

namespace nutgraf::query {
namespace {

constexpr const char* kEverything = "*";

}  // namespace

bool is_of_a_part(const QueryOptions& options) {
  return !options.view.of.empty() || !options.request.filters.empty() ||
         options.request.counted == search::Counted::Stories;
}

search::Request part_request(const QueryOptions& options) {
  input::NamedQuery query;
  query.text = options.view.of.empty() ? kEverything : options.view.of;
  if (!options.match && has_several_words(options, query)) {
    throw Failure(ExitCode::Usage,
                  fmt::format("--query `{}` may mean any of the words, all of them, or the phrase", query.text),
                  "say which: --match any, --match all or --match phrase");
  }
  search::Request request = request_for(options, query);
  request.match = options.match.value_or(request.match);
  return request;
}

std::vector<std::string> part_notes(const QueryOptions& options, const Console& console, search::Searcher& searcher) {
  return wants_notes(options, console) && !options.request.filters.empty()
             ? undated_note(part_request(options), searcher)
             : std::vector<std::string>();
}

ExitCode write_words(const QueryOptions& options, const Console& console, const std::string& column,
                     std::vector<view::WordCount> words) {
  std::erase_if(words, [&](const view::WordCount& word) { return word.occurrences < options.view.least_frequency; });
  if (options.view.word_order == WordOrder::Frequency) {
    std::stable_sort(words.begin(), words.end(),
                     [](const view::WordCount& a, const view::WordCount& b) { return a.occurrences > b.occurrences; });
  }
  const std::uint64_t found = words.size();
  if (console.remarks != nullptr) {
    console.remarks->rows = found;
    console.remarks->limit = found;
  }
  words.resize(std::min(found, options.request.limit));
  Table table(options, console, {column, "passages", "occurrences"});
  for (const view::WordCount& word : words) {
    format::Row row = format::Row::object();
    row[column] = word.word;
    row["passages"] = word.passages;
    row["occurrences"] = word.occurrences;
    table.add(row);
  }
  table.finish();
  return found > 0 || options.ok_empty ? ExitCode::Done : ExitCode::NothingFound;
}

}  // namespace nutgraf::query
