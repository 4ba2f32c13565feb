// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/display_width.h"

#include "query/parse/characters.h"

namespace nutgraf {
namespace {

constexpr char32_t kUnreadable = 0xFFFD;

}  // namespace

bool is_control(char32_t character) {
  return (character < 0x20 && character != '\n') || (character >= 0x7F && character < 0xA0);
}

std::size_t display_width(char32_t character) {
  if (is_zero_width(character)) {
    return 0;
  }
  return is_wide(character) ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t byte = 0; byte < text.size();) {
    const QueryCharacter character = character_at(text, byte);
    columns += display_width(character.code);
    byte += character.bytes;
  }
  return columns;
}

std::string without_controls(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t byte = 0; byte < text.size();) {
    const QueryCharacter character = character_at(text, byte);
    if (character.code == kUnreadable) {
      out += "\xEF\xBF\xBD";
    } else if (is_control(character.code)) {
      out += ' ';
    } else {
      out += text.substr(byte, character.bytes);
    }
    byte += character.bytes;
  }
  return out;
}

}  // namespace nutgraf
