// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/one_line.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/text/display_width.h"
#include "core/text/unicode.h"

namespace nutgraf::view {
std::string one_line(std::string_view text) {
  std::string out;
  for (std::size_t byte = 0; byte < text.size();) {
    const utf8::Decoded character = utf8::decode(text, byte);
    if (character.code == utf8::kByteOrderMark) {  // not seen, and inside a word no space
      byte += character.size;
      continue;
    }
    const bool blank = unicode::is_space(character.code) || is_control(character.code) || character.code == '\n';
    if (!blank) {
      out += text.substr(byte, character.size);
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
    byte += character.size;
  }
  return out;
}

std::string_view first_columns(std::string_view text, std::size_t columns) {
  std::size_t byte = 0;
  std::size_t used = 0;
  while (byte < text.size()) {
    const utf8::Decoded character = utf8::decode(text, byte);
    used += unicode::display_width(character.code);
    if (used > columns) {
      break;
    }
    byte += character.size;
  }
  // A letter is not shown without its signs.
  while (byte > 0 && byte < text.size() && unicode::extends_character(utf8::decode(text, byte).code)) {
    byte = utf8::floor(text, byte - 1);
  }
  return text.substr(0, byte);
}

std::string_view last_columns(std::string_view text, std::size_t columns) {
  std::size_t byte = 0;
  std::size_t used = display_width(text);
  bool was_cut = false;
  while (byte < text.size()) {
    const utf8::Decoded character = utf8::decode(text, byte);
    const std::size_t width = unicode::display_width(character.code);
    if (used <= columns && (!was_cut || !unicode::extends_character(character.code))) {
      break;
    }
    used -= width;
    was_cut = true;
    byte += character.size;
  }
  return text.substr(byte);
}

bool has_right_to_left(std::string_view text) {
  for (std::size_t byte = 0; byte < text.size();) {
    const utf8::Decoded character = utf8::decode(text, byte);
    if (unicode::is_right_to_left(character.code)) {
      return true;
    }
    byte += character.size;
  }
  return false;
}

std::string isolated(std::string_view text) {
  std::string out = "\u2068";  // NOLINT(misc-misleading-bidirectional)
  for (std::size_t byte = 0; byte < text.size();) {
    const utf8::Decoded character = utf8::decode(text, byte);
    if (!unicode::reorders_text(character.code)) {
      out += text.substr(byte, character.size);
    }
    byte += character.size;
  }
  return out + "\u2069";
}

}  // namespace nutgraf::view
