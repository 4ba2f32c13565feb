// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/warc/fields.h"

#include <algorithm>

#include "core/base/ascii.h"

namespace nutgraf::read::warc {

Fields::Fields(std::string_view lines) {
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (!fields_.empty() && (line.starts_with(' ') || line.starts_with('\t'))) {
      fields_.back().second.append(" ").append(ascii::trimmed(line));
    } else if (const std::size_t colon = line.find(':'); colon != std::string_view::npos) {
      fields_.emplace_back(ascii::lowered(ascii::trimmed(line.substr(0, colon))),
                           ascii::trimmed(line.substr(colon + 1)));
    }
  }
}

std::string_view Fields::get(std::string_view name) const {
  const auto found = std::ranges::find_if(fields_, [name](const auto& field) { return field.first == name; });
  return found == fields_.end() ? std::string_view{} : std::string_view(found->second);
}

std::size_t head_length(std::string_view text) {
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1)) {
    const std::string_view rest = text.substr(end + 1);
    if (rest.starts_with('\n')) {
      return end + 2;
    }
    if (rest.starts_with("\r\n")) {
      return end + 3;
    }
  }
  return std::string_view::npos;
}

std::string_view first_line(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

}  // namespace nutgraf::read::warc
