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

constexpr std::string_view kOpening = "([{";
constexpr std::string_view kClosing = ")]},.;:!?";

std::string_view without_punctuation(std::string_view chunk) {
  chunk.remove_prefix(std::min(chunk.find_first_not_of(kOpening), chunk.size()));
  const std::size_t last = chunk.find_last_not_of(kClosing);
  return chunk.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

/// Does the first slash after the one it begins with, but for those after a backslash, end it?
bool is_regex(std::string_view chunk) {
  if (chunk.size() < 3 || chunk.front() != '/') {
    return false;
  }
  std::size_t end = 1;
  while (end < chunk.size() && chunk[end] != '/') {
    end += chunk[end] == '\\' ? 2U : 1U;
  }
  return end > 1 && end + 1 == chunk.size();
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

PatternText pattern_in_phrase(std::string_view chunk) {
  const std::string_view bare = without_punctuation(chunk);
  if (is_regex(bare)) {
    return {true, PatternKind::Regex, bare.substr(1, bare.size() - 2), 0};
  }
  const PatternText found = pattern_in(bare);
  return found.is_pattern && found.kind == PatternKind::Fuzzy ? found : pattern_in(chunk);
}

}  // namespace nutgraf::parse
