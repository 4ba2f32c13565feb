// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/utf8.h"

#include <simdjson.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace nutgraf::utf8 {

// NOLINTNEXTLINE(readability-function-cognitive-complexity): of ICU's macro
Decoded decode(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
  const auto left = text.size() - at;
  const auto size = static_cast<std::int32_t>(left < 4 ? left : 4);
  std::int32_t next = 0;
  UChar32 code = 0;
  U8_NEXT(bytes, next, size, code);
  if (code < 0) {
    return {};
  }
  return {static_cast<char32_t>(code), static_cast<std::uint32_t>(next)};
}

std::size_t sequence_length(std::string_view text) {
  if (text.empty()) {
    return 0;
  }
  const Decoded first = decode(text, 0);
  return first.is_valid() ? first.size : 0;
}

bool is_valid(std::string_view text) {
  return simdjson::validate_utf8(text.data(), text.size());
}

std::size_t valid_length(std::string_view text) {
  std::size_t valid = 0;
  while (const std::size_t length = sequence_length(text.substr(valid))) {
    valid += length;
  }
  return valid;
}

std::size_t count(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return !is_continuation(c); }));
}

std::string_view first(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (; count > 0 && end < text.size(); --count) {
    end += decode(text, end).size;
  }
  return text.substr(0, end);
}

std::string_view last(std::string_view text, std::size_t count) {
  std::size_t begin = text.size();
  for (; count > 0 && begin > 0; --count) {
    begin = floor(text, begin - 1);
  }
  return text.substr(begin);
}

void append(std::string& out, char32_t code) {
  const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | ((code >> shift) & 0x3FU)); };
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0U | (code >> 6U));
    tail(0);
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0U | (code >> 12U));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0U | (code >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace nutgraf::utf8
