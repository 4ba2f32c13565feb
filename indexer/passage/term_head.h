// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace nutgraf::passage {

/// The first 8 bytes of a term as a big-endian number, zeros after a shorter one. Where two heads differ they sort as
/// their terms do, which spares most comparisons of bytes; equal heads say nothing.
[[nodiscard]] inline std::uint64_t term_head(std::string_view term) {
  std::uint64_t head = 0;
  if (term.size() >= sizeof(head)) {
    std::memcpy(&head, term.data(), sizeof(head));
  } else {
    std::memcpy(&head, term.data(), term.size());
  }
  return __builtin_bswap64(head);
}

}  // namespace nutgraf::passage
