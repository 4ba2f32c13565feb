// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/unicode.h"

#include <unicode/uchar.h>

#include "core/base/utf8.h"

namespace nutgraf::unicode {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;  // terminals show it
constexpr char32_t kZeroWidthSpace = 0x200B;

UChar32 code_of(char32_t c) {
  return static_cast<UChar32>(c);
}

}  // namespace

bool is_space(char32_t c) {
  return u_isspace(code_of(c)) != 0 || c == kZeroWidthSpace || c == utf8::kByteOrderMark;
}

bool is_lower(char32_t c) {
  // Small letters to Unicode, whose capitals only headings have.
  const bool georgian = c >= U'\u10D0' && c <= U'\u10FF';
  return u_islower(code_of(c)) != 0 && !georgian;
}

std::size_t display_width(char32_t c) {
  constexpr unsigned kWithoutWidth = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
  if ((U_GET_GC_MASK(code_of(c)) & kWithoutWidth) != 0 && c != kSoftHyphen) {
    return 0;
  }
  const int width = u_getIntPropertyValue(code_of(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool extends_character(char32_t c) {
  switch (u_getIntPropertyValue(code_of(c), UCHAR_GRAPHEME_CLUSTER_BREAK)) {
    case U_GCB_EXTEND:
    case U_GCB_SPACING_MARK:
    case U_GCB_ZWJ:
      return true;
    default:
      return false;
  }
}

bool is_right_to_left(char32_t c) {
  const UCharDirection direction = u_charDirection(code_of(c));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

bool reorders_text(char32_t c) {
  return (c >= U'\u202A' && c <= U'\u202E') || (c >= U'\u2066' && c <= U'\u2069');
}

}  // namespace nutgraf::unicode
