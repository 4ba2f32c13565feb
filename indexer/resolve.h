// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/cli/program.h"
#include "indexer/options.h"

namespace nutgraf {

/// From what was typed to what is meant: words become INPUTs, options that do not fit each other are refused, and what
/// was not said is filled in. Throws Failure(Usage).
void resolve(IndexOptions& options, const cli::CommandLine& line);

}  // namespace nutgraf
