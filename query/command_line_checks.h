// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/command_line_commands.h"
#include "query/options.h"

/// What options mean together.
namespace nutgraf::query {

/// The command as it is once --queries is seen: its query then comes from the file, not from the command line.
[[nodiscard]] CommandSpec with_queries(const CommandSpec& command, const QueryOptions& options);

/// Throws Failure(Usage) where options do not fit each other or the command.
void check_options(const CommandSpec& command, const QueryOptions& options);

/// Fills in what was not said: limits, matching, what the format needs of a hit.
void settle_options(QueryOptions& options);

}  // namespace nutgraf::query
