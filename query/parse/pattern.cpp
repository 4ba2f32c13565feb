// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/pattern.h"

#include <algorithm>

#include "core/base/ascii.h"

namespace nutgraf::parse {
namespace {

bool is_wildcard(std::string_view chunk) {
  if (chunk.find("://") != std::string_view::npos || std::none_of(chunk.begin(), chunk.end(), ascii::is_word_byte)) {
    return false;
  }
  if (chunk.find('*') != std::string_view::npos) {
    return true;
  }
  for (std::size_t i = 1; i + 1 < chunk.size(); ++i) {
    if (chunk[i] == '?' && ascii::is_word_byte(chunk[i - 1]) &&
        (ascii::is_word_byte(chunk[i + 1]) || chunk[i + 1] == '?')) {
      return true;
    }
  }
  return false;
}

}  // namespace

PatternText pattern_in(std::string_view chunk) {
  const std::size_t size = chunk.size();
  if (size > 2 && chunk[size - 2] == '~' && (chunk[size - 1] == '1' || chunk[size - 1] == '2') &&
      ascii::is_word_byte(chunk[size - 3])) {
    return {true, PatternKind::Fuzzy, chunk.substr(0, size - 2), static_cast<std::uint32_t>(chunk[size - 1] - '0')};
  }
  return {is_wildcard(chunk), PatternKind::Wildcard, chunk, 0};
}

}  // namespace nutgraf::parse
