// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/failure.h"
#include "indexer/console.h"
#include "indexer/options.h"

/// One function per command of nutgraf-index. Each throws Failure for whatever ends it early.
namespace nutgraf::command {

/// Runs the command that the options name.
ExitCode run(const IndexOptions& options);

ExitCode build(const IndexOptions& options, const Console& console);
ExitCode update(const IndexOptions& options, const Console& console);
ExitCode delete_articles(const IndexOptions& options, const Console& console);
ExitCode rollback(const IndexOptions& options, const Console& console);
ExitCode check(const IndexOptions& options, const Console& console);
ExitCode stats(const IndexOptions& options, const Console& console);
ExitCode optimize(const IndexOptions& options, const Console& console);
ExitCode export_articles(const IndexOptions& options, const Console& console);
ExitCode preview(const IndexOptions& options, const Console& console);

}  // namespace nutgraf::command
