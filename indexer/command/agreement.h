// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/index/contract.h"
#include "indexer/ledger/ledger.h"
#include "indexer/ledger/ledger_index.h"

/// The ledger and the manifest of a generation must count the same articles. If they do not, one of them is damaged,
/// and a writer that went on would lose what the ledger lacks.
namespace nutgraf::command {

/// Articles that a ledger says are in the index, and passages of them.
struct LedgerCounts {
  std::uint64_t articles = 0;
  std::uint64_t passages = 0;

  void add(const ledger::FileEntry& file);
};

/// Of the ledger of a generation. Throws Failure(Missing) if it is missing or damaged.
[[nodiscard]] LedgerCounts count_ledger(const std::filesystem::path& generation);

[[nodiscard]] LedgerCounts count_ledger(const ledger::LedgerIndex& ledger);

/// A sentence with both counts; empty where they agree.
[[nodiscard]] std::string disagreement(const LedgerCounts& ledger, const Contract& manifest);

/// Throws Failure(Missing) with that sentence.
void require_agreement(const std::filesystem::path& generation, const LedgerCounts& ledger, const Contract& manifest);

}  // namespace nutgraf::command
