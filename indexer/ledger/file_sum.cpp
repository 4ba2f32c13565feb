// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/file_sum.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <charconv>

namespace nutgraf::ledger {

std::uint64_t piece_sum(std::string_view piece, std::uint64_t number) {
  return XXH3_64bits_withSeed(piece.data(), piece.size(), number);
}

FileSum sum_of(std::string_view bytes) {
  FileSum sum{bytes.size(), 0};
  std::uint64_t number = 0;
  do {
    const std::string_view piece = bytes.substr(0, kPieceBytes);
    sum.xxh3 += piece_sum(piece, number++);
    bytes.remove_prefix(piece.size());
  } while (!bytes.empty());
  return sum;
}

std::string hex(std::uint64_t sum) {
  return fmt::format("{:016x}", sum);
}

std::uint64_t from_hex(std::string_view digits) {
  constexpr int kBase = 16;
  std::uint64_t sum = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), sum, kBase);
  return error == std::errc{} && end == digits.data() + digits.size() ? sum : 0;
}

}  // namespace nutgraf::ledger
