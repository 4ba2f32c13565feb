// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/options.h"

namespace CLI {
class App;
}

/// The options of each command.
namespace nutgraf::query {

void search_options(CLI::App& app, QueryOptions& options);  // of batch too
void similar_options(CLI::App& app, QueryOptions& options);
void count_options(CLI::App& app, QueryOptions& options);
void kwic_options(CLI::App& app, QueryOptions& options);
void trend_options(CLI::App& app, QueryOptions& options);
void facets_options(CLI::App& app, QueryOptions& options);
void collocates_options(CLI::App& app, QueryOptions& options);
void compare_options(CLI::App& app, QueryOptions& options);
void show_options(CLI::App& app, QueryOptions& options);
void terms_options(CLI::App& app, QueryOptions& options);
void ngrams_options(CLI::App& app, QueryOptions& options);
void analyze_options(CLI::App& app, QueryOptions& options);
void explain_options(CLI::App& app, QueryOptions& options);
void eval_options(CLI::App& app, QueryOptions& options);
void serve_options(CLI::App& app, QueryOptions& options);

}  // namespace nutgraf::query
