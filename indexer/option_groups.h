// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/options.h"

namespace CLI {
class App;
}

/// The options of each command.
namespace nutgraf {

void build_options(CLI::App& app, IndexOptions& options);
void update_options(CLI::App& app, IndexOptions& options);
void delete_options(CLI::App& app, IndexOptions& options);
void rollback_options(CLI::App& app, IndexOptions& options);
void check_options(CLI::App& app, IndexOptions& options);
void stats_options(CLI::App& app, IndexOptions& options);
void optimize_options(CLI::App& app, IndexOptions& options);
void export_options(CLI::App& app, IndexOptions& o);
void preview_options(CLI::App& app, IndexOptions& options);

}  // namespace nutgraf
