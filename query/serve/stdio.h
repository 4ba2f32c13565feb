// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/failure.h"
#include "query/serve/answerer.h"

namespace nutgraf::serve {

/// Answers standard input line by line on standard output, until it ends (Done) or SIGINT or SIGTERM comes
/// (Interrupted). Throws Failure(Missing) where it cannot be read, and what cli::Output does.
[[nodiscard]] ExitCode serve_stdio(const Answerer& answerer);

}  // namespace nutgraf::serve
