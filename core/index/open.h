// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/failure.h"
#include "core/glass/passage_tables.h"
#include "core/index/contract.h"

namespace nutgraf {

/// An index open for reading. It stays on the generation it opened, even after that one's files are unlinked.
struct OpenIndex {
  std::string path;                                    // as given
  std::string generation;                              // "0007"; empty for a stub of several shards or a bare database
  Xapian::Database database;                           // all shards
  std::vector<Xapian::Database> shards;                // each alone: metadata, synonyms, vocabulary
  std::size_t remote_shards = 0;                       // of them
  std::shared_ptr<const glass::PassageTables> tables;  // of the only shard, where it is local; else none
  Contract contract;                                   // counts summed over the shards
};

/// Reads the stub and opens what it names; reads the stub again (5 times within 1 s) where a swap came between. A stub
/// of several shards (`auto` lines naming other indexes, `remote` lines) opens all of them. Throws Failure(Missing),
/// one sentence naming the path, where it is damaged or incompatible, and as missing_index() where no generation is
/// live.
[[nodiscard]] OpenIndex open_index(const std::filesystem::path& index);

/// Metadata of the first shard that has it; classes and counts of several shards must be read from each.
[[nodiscard]] std::string metadata(const OpenIndex& index, const std::string& key);

/// What went wrong in Xapian, as one sentence of ours naming the index (damaged tables, changed under us, ...).
[[nodiscard]] std::string describe(const Xapian::Error& error, const std::string& path);

/// Was something not permitted or out of reach (descriptors, memory)? Then nothing is known of the index.
[[nodiscard]] bool is_denial(const Xapian::Error& error);

/// What describe() says as a Failure(Missing) with its advice.
[[nodiscard]] Failure index_failure(const Xapian::Error& error, const std::string& path);

}  // namespace nutgraf
