// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/console.h"

#include <fmt/format.h>

#include <string>

#include "core/cli/console.h"
#include "query/parse/query_error.h"

namespace nutgraf::query {
namespace {

constexpr std::string_view kName = "nutgraf-query: ";

std::string indented(std::string_view block) {
  std::string out = "  ";
  for (const char c : block) {
    out += c;
    if (c == '\n') {
      out += "  ";
    }
  }
  return out + "\n";
}

}  // namespace

Appearance appearance(const QueryOptions& options, const cli::Terminal& terminal) {
  // A file is no terminal, and an answer on a terminal leaves no room for progress.
  cli::Terminal seen = terminal;
  seen.out = terminal.out && options.output.file.empty();
  seen.err = terminal.err && !seen.out;
  const bool text = format_of(options) == format::FormatName::Text;
  Appearance look;
  look.marks = seen.is_colored(options.console, cli::Stream::Out) ? format::Marks::Terminal : format::Marks::Plain;
  look.width = options.output.width != 0 ? options.output.width : seen.out ? terminal.width : 0;
  look.width = look.width == 0 ? kUsualWidth : look.width;
  const bool asked = options.console.pager == cli::When::Always;
  const bool paged = options.output.file.empty() && (text || asked) && seen.is_paged(options.console);
  look.paging = paged ? cli::Paging::On : cli::Paging::Off;
  look.to_terminal = seen.out;
  look.progress = seen.progress(options.console);
  return look;
}

bool wants_notes(const QueryOptions& options, const Console& console) {
  return console.remarks != nullptr || !is_quiet(options);
}

void note(const QueryOptions& options, const Console& console, const std::vector<std::string>& notes,
          std::string_view where) {
  if (console.remarks != nullptr) {
    console.remarks->notes.insert(console.remarks->notes.end(), notes.begin(), notes.end());
  } else if (!is_quiet(options)) {
    for (const std::string& line : notes) {
      say(fmt::format("{}{}", where, line));
    }
  }
}

void say(std::string_view line) {
  cli::print_line(fmt::format("{}{}", kName, line));
}

void report(const Failure& failure, std::string_view where) {
  const auto* error = dynamic_cast<const parse::QueryError*>(&failure);
  cli::print_failure(failure, {fmt::format("{}{}", kName, where), error == nullptr ? "" : indented(error->caret())});
}

}  // namespace nutgraf::query
