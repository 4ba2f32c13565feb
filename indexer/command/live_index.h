// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/ledger/manifest.h"
#include "indexer/store/lock.h"

namespace nutgraf::command {

/// The generation that answers now.
struct LiveIndex {
  std::string generation;  // "0007"
  std::filesystem::path folder;
};

/// Throws Failure(Missing) if `index` is not an index; the advice says how to make one.
[[nodiscard]] LiveIndex live_index(const std::filesystem::path& index);

/// The generation that stays live while this object exists: it holds the writer's lock.
struct LockedIndex {
  /// Throws as live_index and WriterLock do.
  LockedIndex(const std::filesystem::path& index, std::chrono::milliseconds lock_timeout);

  LiveIndex live;
  store::WriterLock lock;
};

/// Of the live generation; nothing if there is none or it is damaged.
[[nodiscard]] std::optional<ledger::Manifest> live_manifest(const std::filesystem::path& index);

/// May a build write here: nothing there, an empty folder, an index or what a killed build left? Throws Failure(Usage)
/// otherwise; recognises INDEX and INPUT in the wrong order.
void require_build_target(const std::filesystem::path& index, const std::vector<std::string>& inputs);

}  // namespace nutgraf::command
