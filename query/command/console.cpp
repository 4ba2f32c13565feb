// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/console.h"

#include <fmt/format.h>

#include <cstdio>
#include <string>

#include "query/parse/query_error.h"
#include "query/view/display_width.h"

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

void say(std::string_view line) {
  print_error(fmt::format("nutgraf-query: {}\n", line));
}

void report(const Failure& failure, std::string_view where) {
  std::string text = fmt::format("nutgraf-query: {}{}\n", where, failure.what());
  if (const auto* error = dynamic_cast<const QueryError*>(&failure)) {
    text += indented(error->caret());
  }
  if (!failure.advice().empty()) {
    text += failure.advice() + "\n";
  }
  print_error(text);
}

}  // namespace nutgraf::query
