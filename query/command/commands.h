// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/command/console.h"
#include "query/options.h"

/// The commands, a source file each.
namespace nutgraf::query {

ExitCode run_search(const QueryOptions& options, const Console& console);  // batch and similar too
ExitCode run_count(const QueryOptions& options, const Console& console);
ExitCode run_kwic(const QueryOptions& options, const Console& console);
ExitCode run_trend(const QueryOptions& options, const Console& console);
ExitCode run_facets(const QueryOptions& options, const Console& console);
ExitCode run_collocates(const QueryOptions& options, const Console& console);
ExitCode run_compare(const QueryOptions& options, const Console& console);
ExitCode run_show(const QueryOptions& options, const Console& console);
ExitCode run_terms(const QueryOptions& options, const Console& console);
ExitCode run_ngrams(const QueryOptions& options, const Console& console);
ExitCode run_analyze(const QueryOptions& options, const Console& console);
ExitCode run_explain(const QueryOptions& options, const Console& console);
ExitCode run_eval(const QueryOptions& options, const Console& console);

/// The one that `options` ask for.
ExitCode run_command(const QueryOptions& options, const Console& console);
/// The same on the standard streams, or into the file that the options name; its answer is written whole.
ExitCode run(const QueryOptions& options);

}  // namespace nutgraf::query
