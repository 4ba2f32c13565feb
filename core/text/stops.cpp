// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/stops.h"

#include <algorithm>
#include <array>

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

/// `text` without the blanks at its end; French sets some that break no line before a closing quote.
std::string_view without_blanks(std::string_view text) {
  constexpr auto kBlanks = std::to_array<std::string_view>({" ", "\t", "\r", "\n", "\u00A0", "\u202F"});
  const auto* found = kBlanks.begin();
  while (found != kBlanks.end()) {
    found = std::ranges::find_if(kBlanks, [text](std::string_view blank) { return text.ends_with(blank); });
    text.remove_suffix(found == kBlanks.end() ? 0 : found->size());
  }
  return text;
}

/// Signs that end a sentence but not in analysis, which goes by UAX #29: the Greek question mark, the Tibetan shad, the
/// Khmer khan, the colon.
bool ends_with_further_sign(std::string_view text) {
  constexpr auto kFurther =
      std::to_array<std::string_view>({":", "\uFF1A", "\u037E", "\u0F0D", "\u0F0E", "\u17D4", "\u17D5"});
  return std::ranges::any_of(kFurther, [text](std::string_view sign) { return text.ends_with(sign); });
}

/// The Greek question mark, as keyboards write it.
bool ends_as_greek_question(std::string_view text) {
  if (text.size() < 2 || !text.ends_with(';')) {
    return false;
  }
  const char32_t before = utf8::decode(text, utf8::floor(text, text.size() - 2)).code;
  return (before >= 0x0370 && before <= 0x03FF) || (before >= 0x1F00 && before <= 0x1FFF);
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
  line = without_blanks(without_closers(without_blanks(line)));
  return ends_with_stop(line) || ends_with_further_sign(line) || ends_as_greek_question(line);
}

}  // namespace nutgraf
