// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/glass/table.h"

/// The position table: an entry for each term and document. Its tag has the positions as interpolative code (Moffat and
/// Stuiver 2000) in a bit stream.
namespace nutgraf::glass {

/// The key of a term's entries as far as they share it; put_sint(document) completes it.
void put_position_key(std::string& out, std::string_view term);

/// Bytes that the tag of `count` positions takes at most.
[[nodiscard]] constexpr std::size_t positions_room(std::size_t count) {
  return (count + 4) * sizeof(std::uint32_t);
}
/// Writes the tag of strictly ascending positions (at least one, the first above 0). Returns where it ends.
[[nodiscard]] char* put_positions(char* at, std::span<const std::uint32_t> positions);
/// Appends the positions in a tag, ascending. Throws CorruptionError.
void append_positions(std::span<const unsigned char> tag, std::vector<std::uint32_t>& positions);

/// Where a term occurs in documents; those near the last one asked about are found fastest. Throws CorruptionError.
class PositionCursor {
 public:
  /// The table must outlive it.
  PositionCursor(const Table& position, std::string_view term);

  /// Appends the term's positions in the document, ascending.
  void read(std::uint32_t document, std::vector<std::uint32_t>& positions);

 private:
  TableCursor at_;
  std::string key_;
  std::size_t term_size_;  // of the key
  std::vector<unsigned char> fragments_;
};

}  // namespace nutgraf::glass
