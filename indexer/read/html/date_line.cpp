// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/date_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/unicode.h"
#include "indexer/read/dates/date_pieces.h"
#include "indexer/read/dates/han_dates.h"
#include "indexer/read/dates/months.h"
#include "indexer/read/html/line_parts.h"
#include "indexer/read/people.h"

namespace nutgraf::read::html {
namespace {

enum class DayOrder : std::uint8_t { DayFirst, MonthFirst };

/// "05/10/2018 ..." as "2018-10-05 ..." or "2018-05-10 ...".
std::optional<std::string> reordered(std::string_view text, DayOrder order) {
  std::array<std::string_view, 3> parts;
  std::string_view rest = text;
  for (std::string_view& part : parts) {
    const auto end = std::ranges::find_if_not(rest, ascii::is_digit);
    part = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    rest.remove_prefix(part.size());
    if (&part != &parts.back()) {
      if (part.empty() || part.size() > 2 || rest.empty() || (rest[0] != '/' && rest[0] != '-')) {
        return std::nullopt;
      }
      rest.remove_prefix(1);
    }
  }
  if (parts[2].size() != 4) {
    return std::nullopt;
  }
  return fmt::format("{}-{:0>2}-{:0>2}{}", parts[2], parts[order == DayOrder::MonthFirst ? 0 : 1],
                     parts[order == DayOrder::MonthFirst ? 1 : 0], rest);
}

/// "25.04.24 ..." as "25.04.2024 ...", but for the languages that may begin with the year.
std::optional<std::string> with_century(std::string_view text, std::string_view language) {
  constexpr auto kYearFirst = std::to_array<std::string_view>({"", "hu", "ja", "ko", "lt", "lv", "sv", "zh"});
  constexpr int kOldest = 90;
  std::array<int, 3> numbers{};
  std::size_t at = 0;
  for (int& number : numbers) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
    const bool last = &number == &numbers.back();
    const bool parted = end < text.size() && text[end] == '.';
    if (end - at != 2 || parted == last) {
      return std::nullopt;
    }
    number = (text[at] - '0') * 10 + text[at + 1] - '0';
    at = end + 1;
  }
  if (std::ranges::find(kYearFirst, language) != kYearFirst.end()) {
    return std::nullopt;
  }
  return fmt::format("{:02}.{:02}.{}{:02}{}", numbers[0], numbers[1], numbers[2] < kOldest ? 20 : 19, numbers[2],
                     text.substr(at - 1));
}

/// Whether a number is the hour of a time.
bool begins_time(std::string_view text) {
  const std::size_t end = text.find_first_not_of("0123456789");
  return end != 0 && end != std::string_view::npos && text[end] == ':';
}

/// "26 | 01 | 2022" as "26.01.2022".
std::string without_bars(std::string_view line) {
  constexpr std::string_view kBar = " | ";
  std::string plain(line);
  for (std::size_t at = plain.find(kBar, 1); at != std::string::npos; at = plain.find(kBar, at + 1)) {
    const std::string_view behind = std::string_view(plain).substr(at + kBar.size());
    if (ascii::is_digit(plain[at - 1]) && !behind.empty() && ascii::is_digit(behind[0]) && !begins_time(behind)) {
      plain.replace(at, kBar.size(), ".");
    }
  }
  return plain;
}

/// Where a date may begin: at a word or a number, and at a number that letters of other scripts touch.
bool may_begin_date(std::string_view line, std::size_t at) {
  if (!ascii::is_word_byte(line[at])) {
    return false;
  }
  const char before = at == 0 ? ' ' : line[at - 1];
  return !ascii::is_word_byte(before) || (ascii::is_digit(line[at]) && !ascii::is_ascii(before));
}

std::optional<dates::WrittenDate> date_in_part(std::string_view line, std::string_view language) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    const std::string_view rest = line.substr(at);
    if (may_begin_date(line, at) && !std::ranges::all_of(rest, ascii::is_digit)) {
      if (auto date = parse_date_in(rest, language); date && is_likely(*date)) {
        return date;
      }
    }
  }
  return std::nullopt;
}

/// Whether a word in lower case is one of a sentence.
bool is_of_sentence(std::string_view word) {
  constexpr auto kOfDates =
      std::to_array<std::string_view>({"a.m", "p.m", "a",   "à",  "at",  "on", "of",  "the", "by",   "am",  "pm",  "um",
                                       "uhr", "de",  "del", "la", "las", "le", "les", "il",  "alle", "ore", "em",  "om",
                                       "op",  "kl",  "klo", "h",  "den", "st", "nd",  "rd",  "th",   "г",   "года"});
  while (!word.empty() && !ascii::is_word_byte(word.back())) {
    word.remove_suffix(1);
  }
  return !word.empty() && unicode::is_lower(utf8::decode(word, 0).code) && dates::month_number(word) == 0 &&
         !dates::is_weekday(word) && std::ranges::find(kOfDates, word) == kOfDates.end();
}

}  // namespace

bool names_another_day(std::string_view line) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"expires", "deadline", "born", "event", "©", "copyright", "termin", "joined",
                                       "registered", "registriert", "member since", "mitglied seit", "inscrit le"});
  const std::string lowered = ascii::lowered(line);
  return std::ranges::any_of(kWords, [&](std::string_view word) { return lowered.find(word) != std::string::npos; });
}

bool has_sentence_words(std::string_view line) {
  while (!line.empty()) {
    const std::string_view word = line.substr(0, line.find(' '));
    if (is_of_sentence(word)) {
      return true;
    }
    line.remove_prefix(std::min(word.size() + 1, line.size()));
  }
  return false;
}

bool is_likely(const dates::WrittenDate& date) {
  constexpr int kFirstPages = 1990;
  return date.precision == dates::Precision::Day && date.day.year >= kFirstPages;
}

std::optional<dates::WrittenDate> parse_date_in(std::string_view text, std::string_view language) {
  text = ascii::trimmed(text);
  const std::string code = language_code(language);
  if (auto date = dates::parse_date(text, code)) {
    return date;
  }
  if (const auto full = with_century(text, code)) {
    return dates::parse_date(*full, code);
  }
  const std::string lowered = ascii::lowered(language);
  const DayOrder order = lowered == "en-us" || lowered == "en_us" ? DayOrder::MonthFirst : DayOrder::DayFirst;
  if (code.empty() || (code == "en" && lowered.size() < 4)) {
    return std::nullopt;
  }
  const auto iso = reordered(text, order);
  return iso ? dates::parse_date(*iso, code) : std::nullopt;
}

std::optional<dates::WrittenDate> date_in_line(std::string_view text, std::string_view language) {
  constexpr std::size_t kLongest = 100;
  const auto may_be_digit = [](char c) { return ascii::is_digit(c) || !ascii::is_ascii(c); };
  if (utf8::count(text) > kLongest || std::ranges::none_of(text, may_be_digit) || names_another_day(text)) {
    return std::nullopt;
  }
  const std::string plain = without_bars(dates::plain_signs(dates::with_plain_han_numbers(text)));
  const std::string_view line = std::string_view(plain).substr(0, plain.find("://"));  // no day of an address
  if (std::ranges::none_of(line, ascii::is_digit)) {
    return std::nullopt;
  }
  for (const std::string_view part : published_parts(line)) {
    if (auto date = date_in_part(part, language)) {
      return date;
    }
  }
  return std::nullopt;
}

}  // namespace nutgraf::read::html
