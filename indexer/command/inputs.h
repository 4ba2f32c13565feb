// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/ledger/manifest.h"
#include "indexer/options.h"
#include "indexer/read/read_options.h"

/// What this run reads and how: what was typed, completed by what the index remembers. INPUTs become absolute, so that
/// an index means the same whatever folder it is used from. All throw Failure(Missing) for an INPUT that does not
/// exist.
namespace nutgraf::command {

/// Without INPUT, all is as last time (options typed now are added). Throws Failure(Usage) where nothing is remembered.
[[nodiscard]] read::ReadOptions reading_for_build(const ReadingChoice& choice,
                                                  const std::optional<ledger::Manifest>& remembered);

/// Throws Failure(Usage) if an option typed differs from the one the index was built with.
[[nodiscard]] read::ReadOptions reading_for_update(const ReadingChoice& choice, const ledger::Manifest& remembered);

[[nodiscard]] read::ReadOptions reading_for_preview(const ReadingChoice& choice);

/// What the index is to remember of how it was read: everything but standard input, which cannot be read again.
[[nodiscard]] read::ReadOptions remembered_reading(read::ReadOptions reading);
/// After an update: with the INPUTs of before in front.
[[nodiscard]] read::ReadOptions remembered_reading(read::ReadOptions reading, const ledger::Manifest& before);

}  // namespace nutgraf::command
