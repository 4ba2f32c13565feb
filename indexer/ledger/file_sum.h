// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

/// What a file's bytes come to, so that damage to any of them shows. A file is summed in pieces of a MiB, each by XXH3
/// with its number as the seed, and the hashes are added: the sum of an edited copy follows from the pieces that differ
/// (and a file of one piece has the sum that `xxhsum -H3` prints).
namespace nutgraf::ledger {

inline constexpr std::size_t kPieceBytes = std::size_t{1} << 20U;

struct FileSum {
  std::uint64_t bytes = 0;
  std::uint64_t xxh3 = 0;
  friend bool operator==(const FileSum&, const FileSum&) = default;
};

/// By path below the folder of a generation: "passages/postlist.glass".
using FileSums = std::map<std::string, FileSum>;

[[nodiscard]] std::uint64_t piece_sum(std::string_view piece, std::uint64_t number);
/// Of these bytes as a file.
[[nodiscard]] FileSum sum_of(std::string_view bytes);

/// 16 digits.
[[nodiscard]] std::string hex(std::uint64_t sum);
/// 0 if it is no such number.
[[nodiscard]] std::uint64_t from_hex(std::string_view digits);

}  // namespace nutgraf::ledger
