// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>

#include "core/cli/program.h"
#include "query/options.h"

namespace nutgraf::query {

using CommandLine = cli::Invocation<QueryOptions>;

/// Reads the arguments after the program's name; the index is not opened. Throws Failure(Usage), its advice saying what
/// to type.
[[nodiscard]] CommandLine read_command_line(std::span<const std::string> arguments);

}  // namespace nutgraf::query
