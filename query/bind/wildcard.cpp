// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/wildcard.h"

#include "core/base/utf8.h"

namespace nutgraf::bind {

bool matches_wildcards(std::string_view text, std::string_view pattern, WildcardSigns signs) {
  std::size_t t = 0;
  std::size_t p = 0;
  std::size_t star = std::string_view::npos;  // the last * seen, and how far it has reached in the text
  std::size_t reached = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      reached = t;
    } else if (p < pattern.size() && pattern[p] == '?' && signs == WildcardSigns::StarAndMark) {
      t += utf8::decode(text, t).size;
      ++p;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++t;
      ++p;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      reached += utf8::decode(text, reached).size;
      t = reached;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

}  // namespace nutgraf::bind
