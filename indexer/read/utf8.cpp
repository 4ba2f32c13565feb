// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/utf8.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace nutgraf::read {
namespace {

constexpr bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// What the second byte may be after `lead` (Unicode, table 3-7).
struct SecondByte {
  unsigned char low;
  unsigned char high;
};
constexpr SecondByte second_byte(unsigned char lead) {
  switch (lead) {
    case 0xE0:
      return {0xA0, 0xBF};
    case 0xED:
      return {0x80, 0x9F};
    case 0xF0:
      return {0x90, 0xBF};
    case 0xF4:
      return {0x80, 0x8F};
    default:
      return {0x80, 0xBF};
  }
}

constexpr std::size_t wanted_length(unsigned char lead) {
  if (lead < 0x80) {
    return 1;
  }
  if (lead < 0xC2) {
    return 0;
  }
  if (lead < 0xE0) {
    return 2;
  }
  if (lead < 0xF0) {
    return 3;
  }
  return lead < 0xF5 ? 4 : 0;
}

std::size_t ascii_run(std::string_view bytes) {
  const auto end = std::find_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) < 0; });
  return static_cast<std::size_t>(end - bytes.begin());
}

enum class Percent : std::uint8_t { Kept, Escaped };

std::string escaped(std::string_view bytes, Percent percent) {
  std::string name;
  while (!bytes.empty()) {
    const std::size_t length = sequence_length(bytes);
    const bool escape = length == 0 || (bytes[0] == '%' && percent == Percent::Escaped);
    if (escape) {
      name += fmt::format("%{:02X}", static_cast<unsigned char>(bytes[0]));
    } else {
      name.append(bytes.substr(0, length));
    }
    bytes.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return name;
}

/// Bytes before the first one that is no UTF-8.
std::size_t valid_length(std::string_view bytes) {
  std::size_t valid = 0;
  while (valid < bytes.size()) {
    const std::size_t length = sequence_length(bytes.substr(valid));
    if (length == 0) {
      break;
    }
    valid += length;
  }
  return valid;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  return simdjson::validate_utf8(bytes.data(), bytes.size());
}

std::size_t sequence_length(std::string_view bytes) {
  if (bytes.empty()) {
    return 0;
  }
  const auto lead = static_cast<unsigned char>(bytes[0]);
  const std::size_t length = wanted_length(lead);
  if (length <= 1 || bytes.size() < length) {
    return length == 1 ? 1 : 0;
  }
  const SecondByte range = second_byte(lead);
  const auto second = static_cast<unsigned char>(bytes[1]);
  if (second < range.low || second > range.high) {
    return 0;
  }
  return std::all_of(bytes.begin() + 2, bytes.begin() + static_cast<std::ptrdiff_t>(length), is_continuation) ? length
                                                                                                              : 0;
}

Utf8Census take_census(std::string_view bytes) {
  Utf8Census census;
  while (!bytes.empty()) {
    bytes.remove_prefix(ascii_run(bytes));
    if (bytes.empty()) {
      break;
    }
    const std::size_t length = sequence_length(bytes);
    ++(length == 0 ? census.bad : census.multibyte);
    bytes.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return census;
}

std::size_t repair_utf8(std::string& bytes) {
  std::string mended;
  mended.reserve(bytes.size() + 16);
  std::string_view rest = bytes;
  std::size_t runs = 0;
  while (!rest.empty()) {
    const std::size_t ascii = ascii_run(rest);
    mended.append(rest.substr(0, ascii));
    rest.remove_prefix(ascii);
    bool bad = false;
    while (!rest.empty() && sequence_length(rest) == 0) {
      rest.remove_prefix(1);
      bad = true;
    }
    if (bad) {
      mended.append(kReplacement);
      ++runs;
    }
    const std::size_t length = sequence_length(rest);
    mended.append(rest.substr(0, length));
    rest.remove_prefix(length);
  }
  bytes = std::move(mended);
  return runs;
}

std::string utf8_name(std::string_view bytes) {
  return is_utf8(bytes) ? std::string(bytes) : escaped(bytes, Percent::Kept);
}

std::string escaped_name(std::string_view bytes) {
  return is_utf8(bytes) && bytes.find('%') == std::string_view::npos ? std::string(bytes)
                                                                     : escaped(bytes, Percent::Escaped);
}

std::string path_name(std::string_view path) {
  if (is_utf8(path)) {
    return std::string(path);
  }
  const std::size_t slash = path.rfind('/', valid_length(path));
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  return fmt::format("{}/{}", path.substr(0, name), escaped_name(path.substr(name)));
}

std::string native_path(std::string_view name) {
  const std::size_t mark = name.find("//");
  if (mark == std::string_view::npos) {
    return std::string(name);
  }
  std::string path(name.substr(0, mark + 1));
  for (std::string_view rest = name.substr(mark + 2); !rest.empty();) {
    const std::string_view digits = rest.starts_with('%') ? rest.substr(1, 2) : std::string_view{};
    unsigned byte = 0;
    const bool escape = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16).ec == std::errc();
    path += escape ? static_cast<char>(byte) : rest.front();
    rest.remove_prefix(escape ? 1 + digits.size() : 1);
  }
  return path;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

}  // namespace nutgraf::read
