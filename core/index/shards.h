// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// From the path of an index to the databases that it is made of, without opening any: stubs are read here.
namespace nutgraf {

struct Shard {
  std::filesystem::path folder;  // of a glass database; empty for a remote one
  std::string host;              // of xapian-tcpsrv
  unsigned port = 0;
};

struct ShardList {
  std::vector<Shard> shards;
  std::string generation;  // where the path is one index of ours
};

/// Throws Failure(Missing) if `index` is neither an index, a database nor a stub.
[[nodiscard]] ShardList list_shards(const std::filesystem::path& index);

}  // namespace nutgraf
