// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include "core/index/layout.h"
#include "indexer/command/commands.h"
#include "indexer/command/live_index.h"
#include "indexer/command/purge.h"
#include "indexer/store/generations.h"

namespace nutgraf::command {

ExitCode rollback(const IndexOptions& options, const Console& console) {
  const LockedIndex locked(options.index, options.writing.lock_timeout);
  const std::string before = store::generation_before_live(options.index);
  require_none_blocked(options.index, layout::generation_folder(options.index, before));
  const std::string now = store::roll_back(options.index);
  console.log(fmt::format("generation {} is live again, in place of {}", now, locked.live.generation));
  return ExitCode::Done;
}

}  // namespace nutgraf::command
