// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/format/concordance.h"

#include "query/format/marks.h"
#include "query/parse/characters.h"
#include "query/view/display_width.h"

namespace nutgraf {
namespace {

std::string_view first_characters(std::string_view text, std::uint32_t count) {
  std::size_t byte = 0;
  for (std::uint32_t i = 0; i < count && byte < text.size(); ++i) {
    byte += character_at(text, byte).bytes;
  }
  return text.substr(0, byte);
}

std::string_view last_characters(std::string_view text, std::uint32_t count) {
  std::size_t byte = text.size();
  for (std::uint32_t i = 0; i < count && byte > 0; ++i) {
    do {
      --byte;
    } while (byte > 0 && (static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U);
  }
  return text.substr(byte);
}

std::string on_one_line(std::string_view text) {
  std::string out;
  for (std::size_t byte = 0; byte < text.size();) {
    const Character character = character_at(text, byte);
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

}  // namespace

std::vector<Occurrence> occurrences(const Hit& hit, std::uint32_t context) {
  std::vector<Occurrence> found;
  const std::string_view text = hit.text;
  std::uint32_t place = 0;
  std::size_t byte = 0;
  for (const Segment& segment : segments(text, hit.highlights)) {
    const std::uint32_t size = length_of(segment.text);
    const std::size_t end = byte + segment.text.size();
    if (segment.marked) {
      found.push_back({on_one_line(last_characters(text.substr(0, byte), context)),
                       on_one_line(segment.text),
                       on_one_line(first_characters(text.substr(end), context)),
                       {place, place + size}});
    }
    place += size;
    byte = end;
  }
  return found;
}

std::string_view first_columns(std::string_view text, std::size_t columns) {
  std::size_t byte = 0;
  std::size_t used = 0;
  while (byte < text.size()) {
    const Character character = character_at(text, byte);
    used += display_width(character.code);
    if (used > columns) {
      break;
    }
    byte += character.bytes;
  }
  return text.substr(0, byte);
}

std::string_view last_columns(std::string_view text, std::size_t columns) {
  const std::size_t all = display_width(text);
  std::size_t byte = 0;
  for (std::size_t used = all; used > columns && byte < text.size();) {
    const Character character = character_at(text, byte);
    used -= display_width(character.code);
    byte += character.bytes;
  }
  return text.substr(byte);
}

}  // namespace nutgraf
