// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "indexer/read/ascii.h"

namespace nutgraf::read {
namespace {

using schema::Day;

/// A run of digits or of letters, with what stood before it.
struct Piece {
  std::string_view text;
  std::string_view before;  // what parts it from the piece before
  std::size_t end = 0;      // in the whole text
  [[nodiscard]] bool is_number() const { return is_digit(text[0]); }
  [[nodiscard]] int value() const {
    int number = -1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
  }
  [[nodiscard]] bool is_day() const { return is_number() && text.size() <= 2; }
  [[nodiscard]] bool is_year() const { return is_number() && text.size() == 4; }
};

bool is_letter_byte(char c) {
  return is_letter(c) || static_cast<signed char>(c) < 0;
}

std::vector<Piece> cut(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t at = 0;
  std::size_t end_before = 0;
  while (at < text.size()) {
    const auto kind = is_digit(text[at]) ? is_digit : is_letter_byte;
    if (!kind(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && kind(text[at])) {
      ++at;
    }
    pieces.push_back({text.substr(begin, at - begin), text.substr(end_before, begin - end_before), at});
    end_before = at;
  }
  return pieces;
}

std::size_t digits_at(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
}

/// "Z", "+09:00", "+0900", "-05" at the front of `text`, else nothing.
std::string_view zone_at(std::string_view text) {
  if (text.starts_with('Z') || text.starts_with('z')) {
    return text.size() == 1 || !is_letter(text[1]) ? text.substr(0, 1) : std::string_view{};
  }
  if (!text.starts_with('+') && !text.starts_with('-')) {
    return {};
  }
  const std::size_t hours = digits_at(text.substr(1));
  const std::string_view behind = text.substr(1 + hours);
  if (hours == 2 && behind.starts_with(':') && digits_at(behind.substr(1)) == 2) {
    return text.substr(0, 6);
  }
  const bool broken = !behind.empty() && is_letter(behind[0]);
  return (hours == 2 || hours == 4) && !broken ? text.substr(0, 1 + hours) : std::string_view{};
}

/// Hours in 24 of "11:30 pm"; `text` begins behind the time.
int to_24_hours(int hour, std::string_view text) {
  const std::string half = lower_ascii(trim(text).substr(0, 2));
  if (half == "pm" && hour < 12) {
    return hour + 12;
  }
  return half == "am" && hour == 12 ? 0 : hour;
}

/// The first time of day in `text`, with its offset where that is well formed.
std::string find_time(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_digit(text[colon - 1])) {
    return {};
  }
  const std::size_t begin = colon >= 2 && is_digit(text[colon - 2]) ? colon - 2 : colon - 1;
  const int hour = Piece{text.substr(begin, colon - begin), {}, 0}.value();
  std::string_view rest = text.substr(colon);
  std::size_t length = 0;
  while (rest.size() > length + 2 && rest[length] == ':' && digits_at(rest.substr(length + 1)) == 2) {
    length += 3;
  }
  if (length == 0 || hour > 24) {
    return {};
  }
  if (rest.size() > length + 1 && (rest[length] == '.' || rest[length] == ',') && is_digit(rest[length + 1])) {
    length += 1 + digits_at(rest.substr(length + 1));
  }
  const std::string_view behind = trim(rest.substr(length));
  return fmt::format("T{:02}{}{}", to_24_hours(hour, behind), rest.substr(0, length), zone_at(behind));
}

std::optional<WrittenDate> dated(Day day, std::string_view time_text) {
  if (!schema::is_valid(day)) {
    return std::nullopt;
  }
  return WrittenDate{day, find_time(time_text)};
}

/// 2023-06-19, 2023/6/19, 2023.06.19, 2023年6月19日, each with anything behind it.
std::optional<WrittenDate> year_first(const std::vector<Piece>& pieces, std::string_view text) {
  // CJK dates are cut 2023 | 年 | 6 | 月 | 19 | 日.
  if (pieces.size() >= 6 && pieces[1].text == "年" && pieces[3].text == "月" && pieces[5].text.starts_with("日") &&
      pieces[0].is_year() && pieces[2].is_day() && pieces[4].is_day()) {
    return dated({pieces[0].value(), pieces[2].value(), pieces[4].value()}, text.substr(pieces[5].end));
  }
  if (pieces.size() < 3 || !pieces[0].is_year() || !pieces[1].is_day() || !pieces[2].is_day()) {
    return std::nullopt;
  }
  const std::string_view separator = pieces[1].before;
  if (separator != pieces[2].before || separator.size() != 1 ||
      std::string_view("-/.").find(separator[0]) == std::string_view::npos) {
    return std::nullopt;
  }
  return dated({pieces[0].value(), pieces[1].value(), pieces[2].value()}, text.substr(pieces[2].end));
}

/// 19.06.2023 is day first everywhere; with / or - only where one reading is a day at all.
std::optional<WrittenDate> year_last(const std::vector<Piece>& pieces, std::string_view text) {
  if (pieces.size() < 3 || !pieces[0].is_day() || !pieces[1].is_day() || !pieces[2].is_year()) {
    return std::nullopt;
  }
  const std::string_view separator = trim(pieces[1].before);
  if (separator != trim(pieces[2].before) || separator.size() != 1) {
    return std::nullopt;
  }
  const Day day_first{pieces[2].value(), pieces[1].value(), pieces[0].value()};
  const Day month_first{pieces[2].value(), pieces[0].value(), pieces[1].value()};
  const std::string_view behind = text.substr(pieces[2].end);
  if (separator == ".") {
    return dated(day_first, behind);
  }
  if (separator != "/" && separator != "-") {
    return std::nullopt;
  }
  if (schema::is_valid(day_first) && schema::is_valid(month_first) && day_first != month_first) {
    return std::nullopt;
  }
  return dated(schema::is_valid(day_first) ? day_first : month_first, behind);
}

bool is_filler(std::string_view word) {
  constexpr std::array<std::string_view, 8> kFillers = {"de", "of", "the", "del", "st", "nd", "rd", "th"};
  return std::find(kFillers.begin(), kFillers.end(), lower_ascii(word)) != kFillers.end();
}

/// The 4-digit number behind piece `from` that is a year and no offset such as +0000.
int find_year(const std::vector<Piece>& pieces, std::size_t from) {
  for (std::size_t i = from; i < pieces.size(); ++i) {
    const bool first = i == from;
    const bool is_offset = pieces[i].before.ends_with('+') || (pieces[i].before.ends_with('-') && !first);
    if (pieces[i].is_year() && !is_offset && !pieces[i].before.ends_with(':')) {
      return pieces[i].value();
    }
  }
  return 0;
}

std::size_t behind_fillers(const std::vector<Piece>& pieces, std::size_t at) {
  while (at < pieces.size() && is_filler(pieces[at].text)) {
    ++at;
  }
  return at;
}

/// Wed, 22 Dec 2010 ...; 19th of June 2023; 19 de junio de 2023; June 19, 2023; Wed Dec 22 10:57:19 +0000 2010.
std::optional<WrittenDate> month_named(const std::vector<Piece>& pieces, std::string_view text) {
  constexpr std::size_t kWordsBefore = 6;
  std::size_t day_before = pieces.size();
  for (std::size_t i = 0; i < std::min(pieces.size(), kWordsBefore); ++i) {
    const int month = month_number(pieces[i].text);
    if (month == 0) {
      if (!is_filler(pieces[i].text)) {
        day_before = i;
      }
      continue;
    }
    if (day_before < i && pieces[day_before].is_day()) {
      return dated({find_year(pieces, behind_fillers(pieces, i + 1)), month, pieces[day_before].value()}, text);
    }
    const std::size_t day = behind_fillers(pieces, i + 1);
    if (day < pieces.size() && pieces[day].is_day()) {
      return dated({find_year(pieces, behind_fillers(pieces, day + 1)), month, pieces[day].value()}, text);
    }
  }
  return std::nullopt;
}

/// 20230619 and 20230619T102233Z.
std::optional<WrittenDate> compact(const std::vector<Piece>& pieces, std::string_view text) {
  const std::string_view digits = pieces[0].text;
  if (digits.size() != 8) {
    return std::nullopt;
  }
  const int number = pieces[0].value();
  std::string time(text.substr(pieces[0].end));
  if (pieces.size() >= 3 && lower_ascii(pieces[1].text) == "t" && pieces[2].is_number() && pieces[2].text.size() >= 4) {
    const std::string_view clock = pieces[2].text;
    time = fmt::format("{}:{}{}{}{}", clock.substr(0, 2), clock.substr(2, 2), clock.size() >= 6 ? ":" : "",
                       clock.size() >= 6 ? clock.substr(4, 2) : "", text.substr(pieces[2].end));
  }
  return dated({number / 10000, number / 100 % 100, number % 100}, time);
}

}  // namespace

std::optional<WrittenDate> parse_number(std::int64_t number) {
  constexpr std::int64_t kFirstCompactDay = 1000'00'00;
  constexpr std::int64_t kLastCompactDay = 9999'12'31;
  constexpr std::int64_t kFirstCompactSecond = 1000'00'00'00'00'00;
  constexpr std::int64_t kLastCompactSecond = 9999'12'31'23'59'59;
  if (number >= kFirstCompactDay && number <= kLastCompactDay) {
    const auto days = static_cast<int>(number);
    return dated({days / 10000, days / 100 % 100, days % 100}, {});
  }
  // 14 digits in the shape of a day and a time are one: as microseconds they would lie in 1970.
  if (number >= kFirstCompactSecond && number <= kLastCompactSecond) {
    const std::int64_t clock = number % 1'000'000;
    const auto days = static_cast<int>(number / 1'000'000);
    return dated({days / 10000, days / 100 % 100, days % 100},
                 fmt::format("{:02}:{:02}:{:02}", clock / 10000, clock / 100 % 100, clock % 100));
  }
  // A number this small is a year or a counter.
  constexpr std::int64_t kSmallest = 10'000'000;
  const std::int64_t size = number < 0 ? -number : number;
  if (size < kSmallest || size >= 100'000'000'000'000'000) {
    return std::nullopt;
  }
  const std::int64_t scale = size < 100'000'000'000 ? 1 : size < 100'000'000'000'000 ? 1000 : 1'000'000;
  constexpr std::int64_t kDay = 86'400;
  const std::int64_t unit = kDay * scale;
  const std::int64_t day = number >= 0 ? number / unit : -((-number + unit - 1) / unit);
  const std::int64_t second = (number - day * unit) / scale;
  const Day written = schema::day_of(day);
  if (!schema::is_valid(written)) {
    return std::nullopt;
  }
  return WrittenDate{written, fmt::format("T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60)};
}

std::optional<WrittenDate> parse_date(std::string_view text) {
  constexpr std::size_t kLongest = 100;
  text = trim(text);
  if (text.empty() || text.size() > kLongest) {
    return std::nullopt;
  }
  const bool negative = text[0] == '-';
  if (digits_at(text.substr(negative ? 1 : 0)) == text.size() - (negative ? 1 : 0)) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() ? parse_number(number) : std::nullopt;
  }
  const std::vector<Piece> pieces = cut(text);
  if (pieces.empty()) {
    return std::nullopt;
  }
  for (const auto form : {year_first, year_last, month_named, compact}) {
    if (auto date = form(pieces, text)) {
      return date;
    }
  }
  return std::nullopt;
}

}  // namespace nutgraf::read
