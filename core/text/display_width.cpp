// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/display_width.h"

#include "core/base/utf8.h"
#include "core/text/unicode.h"

namespace nutgraf {

bool is_control(char32_t character) {
  return (character < 0x20 && character != '\n') || (character >= 0x7F && character < 0xA0);
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t byte = 0; byte < text.size();) {
    const utf8::Decoded character = utf8::decode(text, byte);
    columns += unicode::display_width(character.code);
    byte += character.size;
  }
  return columns;
}

std::string without_controls(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t byte = 0; byte < text.size();) {
    const utf8::Decoded character = utf8::decode(text, byte);
    if (character.code == utf8::kReplacement) {
      out += utf8::kReplacementBytes;
    } else if (is_control(character.code)) {
      out += ' ';
    } else if (!unicode::reorders_text(character.code)) {
      out += text.substr(byte, character.size);
    }
    byte += character.size;
  }
  return out;
}

}  // namespace nutgraf
