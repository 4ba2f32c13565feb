// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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

/// What a command says beside its answer, where another part of the program runs it.
struct Remarks {
  std::vector<std::string> notes;
  std::uint64_t rows = 0;   // of the answer, with those that the limit kept back
  std::uint64_t limit = 0;  // that would have let all of them through
};

/// Where a command writes: its answer to `output`, notes for people to standard error; and what it reads where the
/// index is open already.
struct Console {
  cli::Output& output;
  const Appearance& look;
  search::Searcher* searcher = nullptr;  // of the index that the options name; none = not open yet
  Remarks* remarks = nullptr;            // takes the notes instead of standard error
};

/// Does anybody read notes?
[[nodiscard]] bool wants_notes(const QueryOptions& options, const Console& console);
/// Hands them over, or says them on standard error unless --quiet. `where` goes before each: "query 7: ".
void note(const QueryOptions& options, const Console& console, const std::vector<std::string>& notes,
          std::string_view where = {});

/// A line on standard error, after the program's name.
void say(std::string_view line);

/// The sentence of a failure, the query with its caret, the advice. `where` goes before the sentence: "q.tsv:2:5: ".
void report(const Failure& failure, std::string_view where = {});

}  // namespace nutgraf::query
