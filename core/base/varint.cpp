// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/varint.h"

namespace nutgraf {

void put_long_varint(std::string& out, std::uint64_t value) {
  for (; value >= 128; value >>= 7U) {
    out.push_back(static_cast<char>(value | 0x80U));
  }
  out.push_back(static_cast<char>(value));
}

}  // namespace nutgraf
