// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <span>
#include <string>

#include "query/options.h"

namespace nutgraf::query {

/// What the command line's meaning depends on beside its words.
struct Environment {
  std::string index;                                 // NUTGRAF_INDEX
  std::function<bool(const std::string&)> is_index;  // is there an index of that name?
  std::function<std::string()> read_input;           // standard input to its end, for QUERY `-`
};
[[nodiscard]] Environment process_environment();

/// A command to run, or a text to print and be done (--help, --version).
struct CommandLine {
  QueryOptions options;
  std::string text;  // not empty: print it
};

/// Reads the arguments after the program's name. Throws Failure(Usage), its advice saying what to type.
[[nodiscard]] CommandLine read_command_line(std::span<const std::string> arguments, const Environment& environment);

}  // namespace nutgraf::query
