// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/characters.h"

#include <algorithm>
#include <array>

#include "core/base/utf8.h"
#include "core/text/unicode.h"

namespace nutgraf::parse {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return c >= r.first && c <= r.last; });
}

constexpr std::array<Range, 2> kHebrewLetters{{{0x05D0, 0x05F2}, {0xFB1D, 0xFB4F}}};
// And the points on letters.
constexpr std::array<Range, 5> kHebrew{
    {{0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C7}, {0x05D0, 0x05F2}, {0xFB1D, 0xFB4F}}};

}  // namespace

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

bool is_opening_bracket(char32_t c) {
  return c == U'(' || c == U'\uFF08';
}

bool is_closing_bracket(char32_t c) {
  return c == U')' || c == U'\uFF09';
}

bool is_gershayim(std::string_view text, std::size_t byte) {
  static constexpr std::u32string_view kWrittenSo = U"\"\u201C\u201D\uFF02";
  const utf8::Decoded quote = utf8::decode(text, byte);
  if (byte == 0 || byte + quote.size >= text.size() || kWrittenSo.find(quote.code) == std::u32string_view::npos) {
    return false;
  }
  return is_in(kHebrew, utf8::decode(text, utf8::floor(text, byte - 1)).code) &&
         is_in(kHebrewLetters, utf8::decode(text, byte + quote.size).code);
}

namespace {

/// White space; a byte-order mark inside a word is part of it, as in a text.
bool is_gap(std::string_view text, std::size_t byte) {
  const utf8::Decoded c = utf8::decode(text, byte);
  const std::size_t next = byte + c.size;
  const bool inside =
      c.code == utf8::kByteOrderMark && next < text.size() && !unicode::is_space(utf8::decode(text, next).code);
  return unicode::is_space(c.code) && !inside;
}

}  // namespace

std::size_t chunk_end(std::string_view text, std::size_t byte) {
  while (byte < text.size()) {
    const utf8::Decoded c = utf8::decode(text, byte);
    if (is_opening_bracket(c.code) || is_closing_bracket(c.code) || is_gap(text, byte) ||
        (is_quote(c.code) && !is_gershayim(text, byte))) {
      break;
    }
    byte += c.size;
  }
  return byte;
}

}  // namespace nutgraf::parse
