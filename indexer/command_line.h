// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>

#include "core/cli/program.h"
#include "indexer/options.h"

namespace nutgraf {

using CommandLine = cli::Invocation<IndexOptions>;

/// Reads the arguments after the program's name; no index is opened. Throws Failure(Usage), its advice saying what to
/// type.
[[nodiscard]] CommandLine read_command_line(std::span<const std::string> arguments);

}  // namespace nutgraf
