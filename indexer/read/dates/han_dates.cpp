// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/dates/han_dates.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/utf8.h"

namespace nutgraf::read::dates {
namespace {

struct Era {
  std::string_view name;
  int year_before_first;
};
constexpr std::array<Era, 7> kEras{
    {{"令和", 2018}, {"平成", 1988}, {"昭和", 1925}, {"大正", 1911}, {"明治", 1867}, {"民國", 1911}, {"民国", 1911}}};
constexpr std::string_view kRepublic = "中華";  // before 民國

constexpr int kTens = 10;
constexpr int kNone = -1;

/// 0 to 9, or a multiple of ten that others add to.
int han_value(char32_t c) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  if (const std::size_t digit = kDigits.find(c); digit != std::u32string_view::npos) {
    return static_cast<int>(digit);
  }
  switch (c) {
    case U'零':
    case U'○':
      return 0;
    case U'十':
      return kTens;
    case U'廿':
      return 2 * kTens;
    case U'卅':
      return 3 * kTens;
    default:
      return c >= U'0' && c <= U'9'     ? static_cast<int>(c - U'0')
             : c >= U'０' && c <= U'９' ? static_cast<int>(c - U'０')
                                        : kNone;
  }
}

/// A number written in characters or digits and its bytes.
struct HanNumber {
  int value = 0;
  std::size_t size = 0;
};

/// 二〇二〇 by place, 二十一 by adding up, 2020 in digits of any kind; nothing where there is none.
std::optional<HanNumber> han_number_at(std::string_view text) {
  constexpr int kLargest = 9999;
  HanNumber number;
  int tens = 0;
  while (number.size < text.size()) {
    const utf8::Decoded c = utf8::decode(text, number.size);
    const int part = han_value(c.code);
    if (part == kNone || number.value > kLargest) {
      break;
    }
    if (part >= kTens) {
      tens = std::max(number.value, 1) * part;
      number.value = 0;
    } else {
      number.value = number.value * kTens + part;
    }
    number.size += c.size;
  }
  number.value += tens;
  return number.size == 0 ? std::nullopt : std::optional(number);
}

bool begins_with_date_sign(std::string_view text) {
  constexpr std::array<std::string_view, 5> kSigns{"年", "月", "日", "号", "號"};
  return std::ranges::any_of(kSigns, [text](std::string_view sign) { return text.starts_with(sign); });
}

/// 令和2, 昭和元, 中華民國一〇九 as the year it is, and its bytes.
std::optional<HanNumber> year_of_era(std::string_view text) {
  constexpr std::string_view kFirst = "元";
  const std::size_t before = text.starts_with(kRepublic) ? kRepublic.size() : 0;
  const auto* const era =
      std::ranges::find_if(kEras, [name = text.substr(before)](const Era& e) { return name.starts_with(e.name); });
  if (era == kEras.end()) {
    return std::nullopt;
  }
  std::size_t size = before + era->name.size();
  size += text.substr(size).starts_with(' ') ? 1U : 0U;
  const std::optional<HanNumber> number =
      text.substr(size).starts_with(kFirst) ? HanNumber{1, kFirst.size()} : han_number_at(text.substr(size));
  if (!number || number->value == 0 || !text.substr(size + number->size).starts_with("年")) {
    return std::nullopt;
  }
  return HanNumber{era->year_before_first + number->value, size + number->size};
}

}  // namespace

std::string with_plain_han_numbers(std::string_view date) {
  std::string plain;
  while (!date.empty()) {
    std::optional<HanNumber> number = year_of_era(date);
    if (!number) {
      number = han_number_at(date);
      number = number && begins_with_date_sign(date.substr(number->size)) ? number : std::nullopt;
    }
    const std::size_t size = number ? number->size : utf8::decode(date, 0).size;
    plain += number ? std::to_string(number->value) : std::string(date.substr(0, size));
    date.remove_prefix(size);
  }
  return plain;
}

}  // namespace nutgraf::read::dates
