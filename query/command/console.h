// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "core/base/failure.h"
#include "core/cli/output.h"
#include "core/cli/terminal.h"
#include "query/options.h"
#include "query/search/searcher.h"

namespace nutgraf::query {

/// How the answer looks to people; decided once from options, environment and terminal.
struct Appearance {
  format::Marks marks = format::Marks::Plain;
  std::size_t width = 80;  // columns
  cli::Paging paging = cli::Paging::Off;
  cli::ProgressForm progress = cli::ProgressForm::None;
  bool to_terminal = false;  // the answer is read there
};
[[nodiscard]] Appearance appearance(const QueryOptions& options, const cli::Terminal& terminal);

/// Where a command writes: its answer to `output`, notes for people to standard error; and what it reads where the
/// index is open already.
struct Console {
  cli::Output& output;
  const Appearance& look;
  search::Searcher* searcher = nullptr;  // of the index that the options name; none = not open yet
};

/// A line on standard error, after the program's name.
void say(std::string_view line);

/// The sentence of a failure, the query with its caret, the advice. `where` goes before the sentence: "q.tsv:2:5: ".
void report(const Failure& failure, std::string_view where = {});

}  // namespace nutgraf::query
