// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/entity.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>

namespace nutgraf::read {
namespace {

constexpr std::size_t kLongestReference = 12;

/// Of the control characters from U+0080 on; 0 for those that are none there either.
constexpr std::array<char32_t, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t as_browsers_read(char32_t code) {
  const bool control = code >= 0x80 && code < 0x80 + kWindows1252.size();
  return control && kWindows1252.at(code - 0x80) != 0 ? kWindows1252.at(code - 0x80) : code;
}

/// The number of "#38" or "#x26"; nothing where it is none.
std::optional<char32_t> number_of(std::string_view reference) {
  const bool hex = reference.starts_with("#x") || reference.starts_with("#X");
  const std::string_view digits = reference.substr(hex ? 2 : 1);
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, hex ? 16 : 10);
  const bool whole = error == std::errc() && end == digits.data() + digits.size() && !digits.empty();
  const bool valid = number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
  return whole && valid ? std::optional(as_browsers_read(number)) : std::nullopt;
}

}  // namespace

std::optional<char32_t> character_of_entity(std::string_view name) {
  const std::string ended(name);
  const htmlEntityDesc* const entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(ended.c_str()));
  return entity == nullptr ? std::nullopt : std::optional(static_cast<char32_t>(entity->value));
}

std::optional<char32_t> character_of_reference(std::string_view inside) {
  return inside.starts_with('#') ? number_of(inside) : character_of_entity(inside);
}

std::string_view leading_reference(std::string_view text) {
  const std::size_t end = text.substr(0, kLongestReference).find(';');
  const bool is_one = text.starts_with('&') && end != std::string_view::npos &&
                      character_of_reference(text.substr(1, end - 1)).has_value();
  return is_one ? text.substr(0, end + 1) : std::string_view();
}

bool ends_reference(std::string_view text, std::size_t at) {
  const std::size_t begin = text.substr(0, at).rfind('&');
  return begin != std::string_view::npos && leading_reference(text.substr(begin)).size() == at + 1 - begin;
}

}  // namespace nutgraf::read
