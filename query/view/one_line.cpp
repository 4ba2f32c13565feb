// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/view/one_line.h"

#include <algorithm>
#include <array>
#include <utility>

#include "query/parse/characters.h"
#include "query/view/display_width.h"

namespace nutgraf {
namespace {

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

using Block = std::pair<char32_t, char32_t>;

bool is_within(char32_t c, Block block) {
  return c >= block.first && c <= block.second;
}

/// Hebrew, Arabic, Syriac, Thaana, NKo and the like, and their presentation forms.
bool is_right_to_left(char32_t c) {
  constexpr std::array<Block, 5> kBlocks = {
      {{0x0590, 0x08FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFC}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}}};
  return std::any_of(kBlocks.begin(), kBlocks.end(), [c](Block block) { return is_within(c, block); });
}

bool is_direction_control(char32_t c) {
  return c == 0x061C || is_within(c, {0x200E, 0x200F}) || is_within(c, {0x202A, 0x202E}) ||
         is_within(c, {0x2066, 0x2069});
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string out;
  for (std::size_t byte = 0; byte < text.size();) {
    const QueryCharacter character = character_at(text, byte);
    const bool blank = is_blank(character.code) || is_control(character.code) || character.code == '\n';
    if (!blank) {
      out += text.substr(byte, character.bytes);
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
    byte += character.bytes;
  }
  return out;
}

std::uint32_t count_code_points(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !continues_character(c); }));
}

std::string_view first_code_points(std::string_view text, std::uint32_t count) {
  std::size_t byte = 0;
  for (std::uint32_t i = 0; i < count && byte < text.size(); ++i) {
    byte += character_at(text, byte).bytes;
  }
  return text.substr(0, byte);
}

std::string_view last_code_points(std::string_view text, std::uint32_t count) {
  std::size_t byte = text.size();
  for (std::uint32_t i = 0; i < count && byte > 0; ++i) {
    do {
      --byte;
    } while (byte > 0 && continues_character(text[byte]));
  }
  return text.substr(byte);
}

std::string_view first_columns(std::string_view text, std::size_t columns) {
  std::size_t byte = 0;
  std::size_t used = 0;
  while (byte < text.size()) {
    const QueryCharacter character = character_at(text, byte);
    used += display_width(character.code);
    if (used > columns) {
      break;
    }
    byte += character.bytes;
  }
  return text.substr(0, byte);
}

std::string_view last_columns(std::string_view text, std::size_t columns) {
  std::size_t byte = 0;
  std::size_t used = display_width(text);
  bool was_cut = false;
  while (byte < text.size()) {
    const QueryCharacter character = character_at(text, byte);
    const std::size_t width = display_width(character.code);
    if (used <= columns && (!was_cut || width > 0)) {
      break;
    }
    used -= width;
    was_cut = true;
    byte += character.bytes;
  }
  return text.substr(byte);
}

bool has_right_to_left(std::string_view text) {
  for (std::size_t byte = 0; byte < text.size();) {
    const QueryCharacter character = character_at(text, byte);
    if (is_right_to_left(character.code)) {
      return true;
    }
    byte += character.bytes;
  }
  return false;
}

std::string isolated(std::string_view text) {
  std::string out = "\u2068";
  for (std::size_t byte = 0; byte < text.size();) {
    const QueryCharacter character = character_at(text, byte);
    if (!is_direction_control(character.code)) {
      out += text.substr(byte, character.bytes);
    }
    byte += character.bytes;
  }
  return out + "\u2069";
}

}  // namespace nutgraf
