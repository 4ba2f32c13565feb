// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/commands.h"

namespace nutgraf::command {

ExitCode run(const IndexOptions& options) {
  const Console console(options);
  switch (options.command) {
    case Command::Build:
      return build(options, console);
    case Command::Update:
      return update(options, console);
    case Command::Delete:
      return delete_articles(options, console);
    case Command::Rollback:
      return rollback(options, console);
    case Command::Check:
      return check(options, console);
    case Command::Stats:
      return stats(options, console);
    case Command::Optimize:
      return optimize(options, console);
    case Command::Export:
      return export_articles(options, console);
    case Command::Preview:
      return preview(options, console);
  }
  return ExitCode::Usage;
}

}  // namespace nutgraf::command
