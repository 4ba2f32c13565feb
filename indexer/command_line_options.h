// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace CLI {
class App;
}

/// Which options each command has. CLI11 keeps their names and help and hands on what was typed; what a value means is
/// said in command_line_values.h.
namespace nutgraf {

struct Typed;

void build_options(CLI::App& app, Typed& typed);
void update_options(CLI::App& app, Typed& typed);
void delete_options(CLI::App& app, Typed& typed);
void rollback_options(CLI::App& app, Typed& typed);
void check_options(CLI::App& app, Typed& typed);
void stats_options(CLI::App& app, Typed& typed);
void optimize_options(CLI::App& app, Typed& typed);
void preview_options(CLI::App& app, Typed& typed);

}  // namespace nutgraf
