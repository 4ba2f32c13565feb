// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/native_path.h"

#include <charconv>

namespace nutgraf {

std::string native_path(std::string_view name) {
  const std::size_t mark = name.find("//");
  if (mark == std::string_view::npos) {
    return std::string(name);
  }
  std::string path(name.substr(0, mark + 1));
  for (std::string_view rest = name.substr(mark + 2); !rest.empty();) {
    const std::string_view digits = rest.starts_with('%') ? rest.substr(1, 2) : std::string_view{};
    unsigned byte = 0;
    const bool escape = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16).ec == std::errc();
    path += escape ? static_cast<char>(byte) : rest.front();
    rest.remove_prefix(escape ? 1 + digits.size() : 1);
  }
  return path;
}

}  // namespace nutgraf
