// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>

#include "indexer/options.h"

namespace nutgraf {

/// A command to run, or a text to print and be done (--help, --version).
struct CommandLine {
  IndexOptions options;
  std::string text;  // not empty: print it
};

/// Reads the arguments after the program's name; no index is opened. Throws Failure(Usage), its advice saying what to
/// type.
[[nodiscard]] CommandLine read_command_line(std::span<const std::string> arguments);

}  // namespace nutgraf
