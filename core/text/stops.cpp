// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/stops.h"

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/characters.h"

namespace nutgraf {
namespace {

/// Whether the last character of `text` has one of these flags.
bool ends_with(std::string_view text, unsigned flags) {
  if (text.empty()) {
    return false;
  }
  const std::size_t last = utf8::floor(text, text.size() - 1);
  return (CharacterTable::instance().at(text, last).character->flags & flags) != 0;
}

}  // namespace

std::string_view without_closers(std::string_view text) {
  constexpr std::string_view kStay =
      "([{}";  // the table counts all brackets, since after a stop one that opens is rare
  while (ends_with(text, chars::kCloser) && kStay.find(text.back()) == std::string_view::npos) {
    text = text.substr(0, utf8::floor(text, text.size() - 1));
  }
  return text;
}

bool ends_with_stop(std::string_view text) {
  return ends_with(text, chars::kFullStop | chars::kTerminal | chars::kEllipsis);
}

bool ends_sentence(std::string_view line) {
  line = without_closers(ascii::trimmed(line));
  return ends_with_stop(line) || line.ends_with(':') || line.ends_with("\uFF1A");
}

}  // namespace nutgraf
