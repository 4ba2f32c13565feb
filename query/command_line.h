// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>

#include "query/options.h"

namespace nutgraf::query {

/// A command to run, or a text to print and be done (--help, --version).
struct CommandLine {
  QueryOptions options;
  std::string text;  // not empty: print it
};

/// Reads the arguments after the program's name; the index is not opened. Throws Failure(Usage), its advice saying what
/// to type.
[[nodiscard]] CommandLine read_command_line(std::span<const std::string> arguments);

}  // namespace nutgraf::query
