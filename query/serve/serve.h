// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/failure.h"
#include "query/options.h"

/// `nutgraf-query serve`: many requests, over HTTP or on the standard streams, answered as the commands answer them.
///
///     line or HTTP request -> Request -> arguments -> QueryOptions -> command on an open index -> reply
namespace nutgraf::serve {

/// Done at the end of standard input; Interrupted after SIGINT or SIGTERM. Throws Failure.
[[nodiscard]] ExitCode run(const query::QueryOptions& options);

}  // namespace nutgraf::serve
