// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json/repair.h"

#include <array>
#include <charconv>
#include <string_view>

namespace nutgraf::read::json {
namespace {

enum class Half : std::uint8_t { None, High, Low };

/// Which half of a surrogate pair the escape at the front of `text` ("\ud83d") is.
Half half_at(std::string_view text) {
  if (text.size() < 6 || text[0] != '\\' || text[1] != 'u') {
    return Half::None;
  }
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data() + 2, text.data() + 6, value, 16);
  if (error != std::errc() || end != text.data() + 6) {
    return Half::None;
  }
  if (value >= 0xD800 && value < 0xDC00) {
    return Half::High;
  }
  return value >= 0xDC00 && value < 0xE000 ? Half::Low : Half::None;
}

}  // namespace

std::size_t repair_surrogates(std::string& json) {
  constexpr std::size_t kEscape = 6;
  std::size_t repaired = 0;
  for (std::size_t at = json.find('\\'); at != std::string::npos; at = json.find('\\', at)) {
    const std::string_view rest = std::string_view(json).substr(at);
    const Half half = half_at(rest);
    if (half == Half::None) {
      at += 2;
    } else if (half == Half::High && half_at(rest.substr(kEscape)) == Half::Low) {
      at += 2 * kEscape;
    } else {
      json.replace(at, kEscape, "\\ufffd");
      at += kEscape;
      ++repaired;
    }
    if (at > json.size()) {
      break;
    }
  }
  return repaired;
}

std::size_t repair_numbers(std::string& json) {
  constexpr std::array<std::string_view, 3> kWords = {"NaN", "-Infinity", "Infinity"};
  std::string mended;
  std::size_t repaired = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < json.size();) {
    const std::string_view rest = std::string_view(json).substr(at);
    std::size_t length = in_string && rest[0] == '\\' && rest.size() > 1 ? 2 : 1;
    std::string_view written = rest.substr(0, length);
    if (rest[0] == '"') {
      in_string = !in_string;
    } else if (!in_string) {
      for (const std::string_view word : kWords) {
        if (rest.starts_with(word)) {
          length = word.size();
          written = "null";
          ++repaired;
          break;
        }
      }
    }
    mended.append(written);
    at += length;
  }
  if (repaired > 0) {
    json = std::move(mended);
  }
  return repaired;
}

Controls blank_controls(std::string& json) {
  Controls found;
  for (char& c : json) {
    if (static_cast<unsigned char>(c) < 0x20) {
      ++found.all;
      found.nuls += c == '\0' ? 1U : 0U;
      c = ' ';
    }
  }
  return found;
}

}  // namespace nutgraf::read::json
