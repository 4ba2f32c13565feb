// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/dates/date_pieces.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>

#include "core/base/ascii.h"
#include "indexer/read/dates/day_halves.h"
#include "indexer/read/dates/zones.h"

namespace nutgraf::read::dates {
namespace {

bool is_letter_byte(char c) {
  return ascii::is_letter(c) || !ascii::is_ascii(c);
}

constexpr UChar32 kMasculineOrdinal = 0xBA;
constexpr UChar32 kNothing = 0;

/// The plain letter of one that is set raised: 1\u1D49\u02B3.
UChar32 raised_letter(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* const nfkc = icu::Normalizer2::getNFKCInstance(error);
  const icu::UnicodeString plain =
      U_FAILURE(error) != 0 ? icu::UnicodeString(c) : nfkc->normalize(icu::UnicodeString(c), error);
  return plain.char32At(0);
}

UChar32 plain_sign(UChar32 c) {
  constexpr UChar32 kFeminineOrdinal = 0xAA;
  constexpr UChar32 kDegree = 0xB0;
  constexpr UChar32 kFirstFullWidth = 0xFF01;
  constexpr UChar32 kLastFullWidth = 0xFF5E;
  constexpr UChar32 kFractionSlash = 0x2044;
  if (c >= kFirstFullWidth && c <= kLastFullWidth) {
    return c - kFirstFullWidth + '!';
  }
  if (c < 0x80) {
    return c;
  }
  if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) {
    return '0' + u_charDigitValue(c);
  }
  if (u_isUWhiteSpace(c) != 0) {
    return ' ';
  }
  if (u_hasBinaryProperty(c, UCHAR_DASH) != 0) {
    return '-';
  }
  if (c == kMasculineOrdinal || c == kFeminineOrdinal || c == kDegree) {
    return kMasculineOrdinal;
  }
  if (u_charType(c) == U_FORMAT_CHAR) {
    return kNothing;
  }
  if (u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE) == U_DT_SUPER) {
    return raised_letter(c);
  }
  const bool word = (U_MASK(u_charType(c)) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
  return word ? c : c == kFractionSlash ? '/' : ',';
}

int number_of(std::string_view digits) {
  int number = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

/// Whether the colon at `colon` stands between an hour and minutes: "Published: 10:22" has another.
bool parts_clock(std::string_view text, std::size_t colon) {
  return colon > 0 && ascii::is_digit(text[colon - 1]) && count_digits(text.substr(colon + 1)) == 2;
}

std::string two_digits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

}  // namespace

int Piece::value() const {
  return number_of(text);
}

std::vector<Piece> cut_date(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t at = 0;
  std::size_t end_before = 0;
  while (at < text.size()) {
    const auto kind = ascii::is_digit(text[at]) ? ascii::is_digit : is_letter_byte;
    if (!kind(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && kind(text[at])) {
      ++at;
    }
    pieces.push_back({text.substr(begin, at - begin), text.substr(end_before, begin - end_before), begin, at});
    end_before = at;
  }
  return pieces;
}

std::string plain_signs(std::string_view text) {
  const icu::UnicodeString wide =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  icu::UnicodeString plain;
  for (std::int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
    if (const UChar32 sign = plain_sign(wide.char32At(at)); sign != kNothing) {
      plain.append(sign);
    }
  }
  std::string out;
  return plain.toUTF8String(out);
}

std::size_t count_digits(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), ascii::is_digit) - text.begin());
}

std::string find_time(std::string_view text) {
  std::size_t colon = text.find(':');
  while (colon != std::string_view::npos && !parts_clock(text, colon)) {
    colon = text.find(':', colon + 1);
  }
  if (colon == std::string_view::npos) {
    return {};
  }
  const std::size_t begin = colon >= 2 && ascii::is_digit(text[colon - 2]) ? colon - 2 : colon - 1;
  const int hour = number_of(text.substr(begin, colon - begin));
  const std::string_view rest = text.substr(colon);
  std::size_t length = 0;
  while (rest.size() > length + 2 && rest[length] == ':' && count_digits(rest.substr(length + 1)) == 2) {
    length += 3;
  }
  if (hour > 24) {
    return {};
  }
  if (rest.size() > length + 1 && (rest[length] == '.' || rest[length] == ',') && ascii::is_digit(rest[length + 1])) {
    length += 1 + count_digits(rest.substr(length + 1));
  }
  const std::string_view behind = ascii::trimmed(rest.substr(length));
  std::string time = "T" + two_digits(to_24_hours(hour, ascii::trimmed(text.substr(0, begin)), behind));
  time.append(rest.substr(0, length)).append(zone_at(without_half(behind)));
  return time;
}

}  // namespace nutgraf::read::dates
