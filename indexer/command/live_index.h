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

/// Throws as missing_index() says where no generation is live.
[[nodiscard]] LiveIndex live_index(const std::filesystem::path& index);

/// The writer's lock of what is an index, or is about to be one. Throws as WriterLock does, and as missing_index()
/// where there is nothing of an index: the lock would make its folder.
[[nodiscard]] store::WriterLock lock_index(const std::filesystem::path& index, std::chrono::milliseconds timeout);

/// The generation that stays live while this object exists: it holds the writer's lock.
struct LockedIndex {
  /// Throws as lock_index and live_index do.
  LockedIndex(const std::filesystem::path& index, std::chrono::milliseconds lock_timeout);

  store::WriterLock lock;
  LiveIndex live;
};

/// What the next build must know of the last one: the manifest of the live generation or, where the stub is lost, of
/// the newest one; where the manifest is damaged, what ledger and passages know of it. Nothing if there never was a
/// generation. Throws Failure(Missing) if there was one, but none can be read.
[[nodiscard]] std::optional<ledger::Manifest> last_manifest(const std::filesystem::path& index);

/// May a build write here: nothing there, an empty folder, an index or what a killed build left? Throws Failure(Usage)
/// otherwise; recognises INDEX and INPUT in the wrong order.
void require_build_target(const std::filesystem::path& index, const std::vector<std::string>& inputs);

}  // namespace nutgraf::command
