// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/characters.h"

#include <algorithm>
#include <array>

namespace nutgraf {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return c >= r.first && c <= r.last; });
}

constexpr std::array<Range, 10> kBlank{{{0x09, 0x0D},
                                        {0x1C, 0x20},
                                        {0x85, 0x85},
                                        {0xA0, 0xA0},
                                        {0x1680, 0x1680},
                                        {0x2000, 0x200B},
                                        {0x2028, 0x2029},
                                        {0x202F, 0x202F},
                                        {0x205F, 0x205F},
                                        {0x3000, 0x3000}}};
constexpr std::array<Range, 2> kHebrewLetters{{{0x05D0, 0x05F2}, {0xFB1D, 0xFB4F}}};
// And the points that stand on letters.
constexpr std::array<Range, 5> kHebrew{
    {{0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C7}, {0x05D0, 0x05F2}, {0xFB1D, 0xFB4F}}};
constexpr std::array<Range, 11> kWide{{{0x1100, 0x115F},
                                       {0x2E80, 0x303E},
                                       {0x3041, 0x33FF},
                                       {0x3400, 0x4DBF},
                                       {0x4E00, 0xA4CF},
                                       {0xAC00, 0xD7A3},
                                       {0xF900, 0xFAFF},
                                       {0xFE30, 0xFE6F},
                                       {0xFF00, 0xFF60},
                                       {0x1F300, 0x1FAFF},
                                       {0x20000, 0x3FFFD}}};
constexpr std::array<Range, 12> kZeroWidth{{{0x0300, 0x036F},
                                            {0x0483, 0x0489},
                                            {0x0591, 0x05BD},
                                            {0x064B, 0x065F},
                                            {0x0E34, 0x0E3A},
                                            {0x0E47, 0x0E4E},
                                            {0x200C, 0x200F},
                                            {0x202A, 0x202E},
                                            {0x2060, 0x2064},
                                            {0x20D0, 0x20FF},
                                            {0xFE00, 0xFE0F},
                                            {0xFEFF, 0xFEFF}}};

std::uint32_t sequence_length(unsigned char lead) {
  if (lead < 0x80) {
    return 1;
  }
  if (lead >= 0xC2 && lead <= 0xDF) {
    return 2;
  }
  if (lead >= 0xE0 && lead <= 0xEF) {
    return 3;
  }
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

}  // namespace

QueryCharacter character_at(std::string_view text, std::size_t byte) {
  const auto lead = static_cast<unsigned char>(text[byte]);
  const std::uint32_t length = sequence_length(lead);
  if (length == 1) {
    return {lead, 1};
  }
  if (length == 0 || byte + length > text.size()) {
    return {kReplacement, 1};
  }
  char32_t code = lead & (0x7FU >> length);
  for (std::uint32_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[byte + i]);
    if ((next & 0xC0U) != 0x80U) {
      return {kReplacement, 1};
    }
    code = (code << 6U) | (next & 0x3FU);
  }
  return {code, length};
}

bool is_blank(char32_t c) {
  return is_in(kBlank, c) || c == 0xFEFF;
}

bool is_quote(char32_t c) {
  static constexpr std::u32string_view kQuotes = U"\"\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02";
  return kQuotes.find(c) != std::u32string_view::npos;
}

bool closes(char32_t opening, char32_t closing) {
  switch (opening) {
    case U'"':
    case U'\uFF02':
      return closing == U'"' || closing == U'\uFF02';
    case U'\u00AB':
      return closing == U'\u00BB';
    case U'\u00BB':
      return closing == U'\u00AB';
    case U'\u201E':  // the German closing quote is the English opening one
      return closing == U'\u201C' || closing == U'\u201D' || closing == U'\u201F' || closing == U'"';
    default:
      return closing == U'\u201D' || closing == U'\u201F' || closing == U'"';
  }
}

bool is_gershayim(std::string_view text, std::size_t byte) {
  static constexpr std::u32string_view kWrittenSo = U"\"\u201C\u201D\uFF02";
  const QueryCharacter quote = character_at(text, byte);
  if (byte == 0 || byte + quote.bytes >= text.size() || kWrittenSo.find(quote.code) == std::u32string_view::npos) {
    return false;
  }
  std::size_t before = byte - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80U) {
    --before;
  }
  return is_in(kHebrew, character_at(text, before).code) &&
         is_in(kHebrewLetters, character_at(text, byte + quote.bytes).code);
}

bool is_wide(char32_t c) {
  return is_in(kWide, c);
}

bool is_zero_width(char32_t c) {
  return is_in(kZeroWidth, c);
}

std::size_t chunk_end(std::string_view text, std::size_t byte) {
  while (byte < text.size()) {
    const QueryCharacter c = character_at(text, byte);
    if (c.code == U'(' || c.code == U')' || is_blank(c.code) || (is_quote(c.code) && !is_gershayim(text, byte))) {
      break;
    }
    byte += c.bytes;
  }
  return byte;
}

}  // namespace nutgraf
