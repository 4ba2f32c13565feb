// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/console.h"

#include <fmt/format.h>

#include <cstdio>
#include <string>

#include "core/text/display_width.h"
#include "query/parse/query_error.h"

namespace nutgraf::query {
namespace {

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

void print_error(const std::string& text) {
  const std::string safe = without_controls(text);
  std::fwrite(safe.data(), 1, safe.size(), stderr);
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
  look.progress = seen.shows_progress(options.console);
  return look;
}

void say(std::string_view line) {
  print_error(fmt::format("nutgraf-query: {}\n", line));
}

void report(const Failure& failure, std::string_view where) {
  std::string text = fmt::format("nutgraf-query: {}{}\n", where, failure.what());
  if (const auto* error = dynamic_cast<const parse::QueryError*>(&failure)) {
    text += indented(error->caret());
  }
  if (!failure.advice().empty()) {
    text += failure.advice() + "\n";
  }
  print_error(text);
}

}  // namespace nutgraf::query
