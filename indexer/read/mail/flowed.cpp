// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/mail/flowed.h"

#include <algorithm>
#include <cstddef>

namespace nutgraf::read::mail {

std::string unflowed(std::string_view text, LastBlank blank) {
  std::string result;
  std::size_t open_depth = 0;
  bool open = false;  // the last line goes on
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t depth = std::min(line.find_first_not_of('>'), line.size());
    std::string_view content = line.substr(depth);
    content.remove_prefix(content.starts_with(' ') ? 1 : 0);  // stuffed
    const bool signature = content == "-- ";
    if (!open || depth != open_depth || signature) {
      result += result.empty() ? "" : "\n";
      result.append(depth, '>').append(depth > 0 ? " " : "");
    }
    open = content.ends_with(' ') && !signature;
    open_depth = depth;
    result += open && blank == LastBlank::OfTheBreak ? content.substr(0, content.size() - 1) : content;
  }
  return result;
}

}  // namespace nutgraf::read::mail
