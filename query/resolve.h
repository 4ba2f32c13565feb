// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/cli/program.h"
#include "query/options.h"

namespace nutgraf::query {

/// From what was typed to what is meant: the words become QUERY (`-` is standard input), options that do not fit each
/// other are refused, and what was not said is filled in. Throws Failure(Usage).
void resolve(QueryOptions& options, const cli::CommandLine& line);

}  // namespace nutgraf::query
