// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include "indexer/command/commands.h"
#include "indexer/command/live_index.h"
#include "indexer/store/generations.h"

namespace nutgraf::command {

ExitCode rollback(const IndexOptions& options, const Console& console) {
  const LockedIndex locked(options.index, options.writing.lock_timeout);
  const std::string now = store::roll_back(options.index);
  console.log(fmt::format("generation {} is live again, in place of {}", now, locked.live.generation));
  return ExitCode::Done;
}

}  // namespace nutgraf::command
