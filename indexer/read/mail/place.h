// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace nutgraf::read::mail {

/// Where a message stands in its file.
struct Place {
  std::uint64_t part = 0;    // as for ArticleEmitter::emit()
  std::uint64_t line = 0;    // from 1; 0 = the whole file
  std::uint64_t offset = 0;  // in bytes
  unsigned depth = 0;        // of the messages that it is attached to
};

}  // namespace nutgraf::read::mail
