// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/dates/day_halves.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "core/base/ascii.h"
#include "core/schema/terms.h"
#include "indexer/read/dates/months.h"

namespace nutgraf::read::dates {
namespace {

enum class Half : std::uint8_t { None, Morning, Afternoon };

/// Lower case, without full stops and blanks: "p. m." is "pm".
std::string plain_half(std::string_view word) {
  std::string plain = schema::fold_value(word);
  std::erase_if(plain, [](char c) { return c == '.' || c == ' '; });
  return plain;
}

std::map<std::string, Half> all_halves() {
  constexpr auto kMore = std::to_array<std::pair<std::string_view, Half>>({{"am", Half::Morning},
                                                                           {"pm", Half::Afternoon},
                                                                           {"凌晨", Half::Morning},
                                                                           {"早上", Half::Morning},
                                                                           {"晚上", Half::Afternoon}});
  // Hungarian's, which are words of other languages.
  constexpr auto kDoubtful = std::to_array<std::string_view>({"de", "du"});
  std::map<std::string, Half> halves(kMore.begin(), kMore.end());
  for (const char* locale : locales_of_dates()) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(locale), "gregorian", error);
    std::int32_t count = 0;
    const icu::UnicodeString* const names = U_FAILURE(error) != 0 ? nullptr : symbols.getAmPmStrings(count);
    for (std::int32_t i = 0; i < std::min(count, 2); ++i) {
      std::string text;
      const std::string name = plain_half(names[i].toUTF8String(text));
      if (!name.empty() && std::ranges::find(kDoubtful, name) == kDoubtful.end()) {
        halves.try_emplace(name, i == 0 ? Half::Morning : Half::Afternoon);
      }
    }
  }
  return halves;
}

const std::map<std::string, Half>& halves() {
  static const std::map<std::string, Half> all = all_halves();
  return all;
}

bool is_word_byte(char c) {
  return ascii::is_letter(c) || !ascii::is_ascii(c) || c == '.';
}

/// Bytes of the first `count` words.
std::size_t words_size(std::string_view text, int count) {
  std::size_t at = 0;
  for (int word = 0; word < count; ++word) {
    at += text.substr(at).starts_with(' ') ? 1U : 0U;
    while (at < text.size() && is_word_byte(text[at])) {
      ++at;
    }
  }
  return at;
}

struct Found {
  Half half = Half::None;
  std::size_t size = 0;  // bytes
};

Found half_behind(std::string_view behind) {
  for (const int words : {2, 1}) {
    const std::size_t size = words_size(behind, words);
    const auto found = halves().find(plain_half(behind.substr(0, size)));
    if (found != halves().end()) {
      return {found->second, size};
    }
  }
  return {};
}

/// Where languages write it before the time, nothing parts it from the day.
Half half_before(std::string_view before) {
  const std::string plain = plain_half(before);
  const auto found = std::ranges::find_if(halves(), [&](const auto& half) {
    constexpr std::size_t kShortest = 6;  // bytes: two characters that are no ASCII
    return half.first.size() >= kShortest && !ascii::is_ascii(half.first.front()) && plain.ends_with(half.first);
  });
  return found == halves().end() ? Half::None : found->second;
}

}  // namespace

int to_24_hours(int hour, std::string_view before, std::string_view behind) {
  constexpr int kNoon = 12;
  Half half = half_behind(behind).half;
  half = half == Half::None ? half_before(before) : half;
  if (half == Half::Afternoon && hour < kNoon) {
    return hour + kNoon;
  }
  return half == Half::Morning && hour == kNoon ? 0 : hour;
}

std::string_view without_half(std::string_view behind) {
  return ascii::trimmed(behind.substr(half_behind(behind).size));
}

}  // namespace nutgraf::read::dates
