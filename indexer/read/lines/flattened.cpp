// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/lines/flattened.h"

#include "core/base/ascii.h"

namespace nutgraf::read::lines {

std::string flattened(std::string_view text) {
  constexpr std::string_view kHardBlank = "\xC2\xA0";
  std::string flat;
  bool gap = false;
  while (!text.empty()) {
    const bool hard = text.starts_with(kHardBlank);
    if (hard && !gap && (flat.ends_with("Ã") || flat.ends_with("Â"))) {
      flat += kHardBlank;  // half of what was "à", or a hard blank, before it was read in a wrong encoding
    } else if (hard || ascii::is_space(text[0])) {
      gap = !flat.empty();
    } else {
      if (gap) {
        flat += ' ';
      }
      gap = false;
      flat += text[0];
    }
    text.remove_prefix(hard ? kHardBlank.size() : 1);
  }
  return flat;
}

}  // namespace nutgraf::read::lines
