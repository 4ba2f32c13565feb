// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/byte_reader.h"

namespace nutgraf::glass {

std::uint64_t ByteReader::long_varint() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const std::uint64_t group = byte();
    value |= (group & 0x7fU) << shift;
    if (group < 128) {
      return value;
    }
  }
  throw CorruptionError("one of its tables has a number of more than 64 bits");
}

}  // namespace nutgraf::glass
