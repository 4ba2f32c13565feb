// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/index/open.h"

namespace nutgraf::store {

struct SourceCount {
  std::string source;  // as the first of its articles spells it; empty = articles that name none
  std::uint64_t articles = 0;
  std::uint64_t passages = 0;
  friend bool operator==(const SourceCount&, const SourceCount&) = default;
};

/// What `stats` tells of an index beside its contract and manifest.
struct Statistics {
  std::vector<std::pair<std::string, std::uint64_t>>
      bytes;                         // by file of the passages ("postlist.glass"), largest first
  std::uint64_t total_bytes = 0;     // of the whole generation, ledger and all
  std::vector<SourceCount> sources;  // most articles first
};

/// `most_sources` bounds the list. Bytes are those of the open generation; none if the index is not one of ours on
/// this machine. Throws Failure(Missing) if the index is damaged.
[[nodiscard]] Statistics statistics(const OpenIndex& index, std::size_t most_sources);

}  // namespace nutgraf::store
