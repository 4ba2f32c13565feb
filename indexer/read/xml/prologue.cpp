// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/xml/prologue.h"

#include <algorithm>

#include "core/base/ascii.h"

namespace nutgraf::read::xml {
namespace {

/// Behind a declaration such as a document type, which may hold others in brackets; empty where it does not end.
std::string_view behind_declaration(std::string_view front) {
  std::size_t brackets = 0;
  for (std::size_t at = 0; at < front.size(); ++at) {
    brackets += front[at] == '[' ? 1U : 0U;
    brackets -= front[at] == ']' && brackets > 0 ? 1U : 0U;
    if (front[at] == '>' && brackets == 0) {
      return front.substr(at + 1);
    }
  }
  return {};
}

std::string_view behind(std::string_view front, std::string_view end) {
  const std::size_t at = front.find(end);
  return at == std::string_view::npos ? std::string_view{} : front.substr(at + end.size());
}

}  // namespace

std::string_view root_of(std::string_view front) {
  while (true) {
    front = ascii::trimmed(front);
    if (front.starts_with("<?")) {
      front = behind(front, "?>");
    } else if (front.starts_with("<!--")) {
      front = behind(front, "-->");
    } else if (front.starts_with("<!")) {
      front = behind_declaration(front);
    } else {
      break;
    }
  }
  if (!front.starts_with('<')) {
    return {};
  }
  front.remove_prefix(1);
  std::string_view name = front.substr(0, std::min(front.find_first_of(" \t\r\n>/"), front.size()));
  name.remove_prefix(name.rfind(':') == std::string_view::npos ? 0 : name.rfind(':') + 1);
  return name;
}

}  // namespace nutgraf::read::xml
