// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/dates/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/dates/date_numbers.h"
#include "indexer/read/dates/date_pieces.h"
#include "indexer/read/dates/han_dates.h"
#include "indexer/read/dates/months.h"
#include "indexer/read/dates/named_months.h"
#include "indexer/read/dates/other_calendars.h"

namespace nutgraf::read::dates {
namespace {

using schema::Day;

bool is_joint(std::string_view separator) {
  return separator == "-" || separator == "/" || separator == ".";
}

bool has_sign(const Piece& piece, std::string_view han, std::string_view hangul) {
  return piece.text.starts_with(han) || piece.text.starts_with(hangul);
}

/// 2023年6月19日, 2023년 6월 19일 (cut 2023 | 年 | 6 | 月 | 19 | 日), and 2023年6月.
std::optional<WrittenDate> with_signs(const CutDate& date) {
  constexpr std::size_t kSign = 3;  // bytes of 日, 일 and 号; behind them may stand 下午
  const auto pieces = date.pieces;
  if (pieces.size() < 4 || !pieces[0].is_year() || !has_sign(pieces[1], "年", "년") || !pieces[2].is_day() ||
      !has_sign(pieces[3], "月", "월")) {
    return std::nullopt;
  }
  if (pieces.size() == 4) {
    return dated_month(pieces[0].value(), pieces[2].value());
  }
  const bool has_day =
      pieces.size() >= 6 && pieces[4].is_day() && (has_sign(pieces[5], "日", "일") || pieces[5].text.starts_with("号"));
  return has_day ? dated({pieces[0].value(), pieces[2].value(), pieces[4].value()},
                         date.text.substr(pieces[5].begin + kSign))
                 : std::nullopt;
}

/// 2023-06-19, 2023/6/19, 2023.06.19, 2023. 6. 19., each with anything after it.
std::optional<WrittenDate> year_first(const CutDate& date) {
  const auto pieces = date.pieces;
  if (pieces.size() < 3 || !pieces[0].is_year() || !pieces[1].is_day() || !pieces[2].is_day()) {
    return std::nullopt;
  }
  const std::string_view separator = ascii::trimmed(pieces[1].before);
  if (separator != ascii::trimmed(pieces[2].before) || !is_joint(separator)) {
    return std::nullopt;
  }
  const auto day = common_day({pieces[0].value(), pieces[1].value(), pieces[2].value()}, date.language);
  return day ? dated(*day, date.text.substr(pieces[2].end)) : std::nullopt;
}

/// Monday of the week that contains 4 January: week 1 of ISO 8601.
std::int64_t first_monday(int year) {
  constexpr std::int64_t kFromMonday = 3;  // 1970 began on a Thursday
  const std::int64_t fourth = schema::days_since_1970({year, 1, 4});
  return fourth - ((fourth + kFromMonday) % 7 + 7) % 7;
}

/// 2024-W05-3 and 2024W053.
std::optional<WrittenDate> week_day(const CutDate& date) {
  const auto pieces = date.pieces;
  if (pieces.size() < 3 || !pieces[0].is_year() || ascii::lowered(pieces[1].text) != "w" || !pieces[2].before.empty()) {
    return std::nullopt;
  }
  const bool compact = pieces[2].is_number() && pieces[2].text.size() == 3;
  const bool parted = pieces.size() > 3 && pieces[2].is_day() && pieces[2].text.size() == 2 && pieces[3].is_day() &&
                      pieces[3].text.size() == 1 && pieces[3].before == "-";
  if (!compact && !parted) {
    return std::nullopt;
  }
  const int year = pieces[0].value();
  const int week = compact ? pieces[2].value() / 10 : pieces[2].value();
  const int day = compact ? pieces[2].value() % 10 : pieces[3].value();
  if (year < schema::kFirstDay.year || year >= schema::kLastDay.year || week < 1 || day < 1 || day > 7) {
    return std::nullopt;
  }
  const std::int64_t monday = first_monday(year) + (week - 1) * std::int64_t{7};
  if (monday >= first_monday(year + 1)) {
    return std::nullopt;
  }
  return dated(schema::day_of(monday + day - 1), date.text.substr(pieces[compact ? 2 : 3].end));
}

/// 2024-060: the 60th day of the year.
std::optional<WrittenDate> day_of_year(const CutDate& date) {
  const auto pieces = date.pieces;
  if (pieces.size() < 2 || !pieces[0].is_year() || !pieces[1].is_number() || pieces[1].text.size() != 3 ||
      pieces[1].before != "-") {
    return std::nullopt;
  }
  const Day first{pieces[0].value(), 1, 1};
  const int number = pieces[1].value();
  if (!schema::is_valid(first) || number < 1 || number > 366) {
    return std::nullopt;
  }
  const Day day = schema::day_of(schema::days_since_1970(first) + number - 1);
  return day.year == first.year ? dated(day, date.text.substr(pieces[1].end)) : std::nullopt;
}

/// 19.06.2023 is day first everywhere; with / or - only where one reading is a day at all.
std::optional<WrittenDate> year_last(const CutDate& date) {
  const auto pieces = date.pieces;
  if (pieces.size() < 3 || !pieces[0].is_day() || !pieces[1].is_day() || !pieces[2].is_year()) {
    return std::nullopt;
  }
  const std::string_view separator = ascii::trimmed(pieces[1].before);
  if (separator != ascii::trimmed(pieces[2].before) || !is_joint(separator)) {
    return std::nullopt;
  }
  const Day none{};
  const int year = pieces[2].value();
  const Day day_first = common_day({year, pieces[1].value(), pieces[0].value()}, date.language).value_or(none);
  const Day month_first = common_day({year, pieces[0].value(), pieces[1].value()}, date.language).value_or(none);
  const std::string_view behind = date.text.substr(pieces[2].end);
  if (separator == ".") {
    return dated(day_first, behind);
  }
  if (schema::is_valid(day_first) && schema::is_valid(month_first) && day_first != month_first) {
    return std::nullopt;
  }
  return dated(schema::is_valid(day_first) ? day_first : month_first, behind);
}

/// 4.III.2014.
std::optional<WrittenDate> roman_month(const CutDate& date) {
  constexpr auto kMonths =
      std::to_array<std::string_view>({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"});
  const auto pieces = date.pieces;
  if (pieces.size() < 3 || !pieces[0].is_day() || !pieces[2].is_year() || !is_joint(ascii::trimmed(pieces[1].before))) {
    return std::nullopt;
  }
  const auto* const month = std::ranges::find(kMonths, pieces[1].text);
  return month == kMonths.end()
             ? std::nullopt
             : dated({pieces[2].value(), static_cast<int>(month - kMonths.begin()) + 1, pieces[0].value()},
                     date.text.substr(pieces[2].end));
}

/// Which day of the week it is; 1 is Sunday.
int weekday_of(Day day) {
  constexpr std::int64_t kFromSunday = 4;  // 1970 began on a Thursday
  return static_cast<int>((schema::days_since_1970(day) + kFromSunday) % 7 + 7) % 7 + 1;
}

/// Tue, 03/04/2014: where day and month could be either, the day of the week decides.
std::optional<WrittenDate> weekday_and_numbers(const CutDate& date) {
  constexpr std::size_t kNumbers = 3;
  const int weekday = weekday_number(date.pieces[0].text, date.language);
  if (weekday == 0 || date.pieces.size() <= kNumbers) {
    return std::nullopt;
  }
  const CutDate numbers{date.text, date.pieces.subspan(1), date.language};
  for (const auto form : {year_first, year_last}) {
    if (auto found = form(numbers)) {
      return found;
    }
  }
  const auto pieces = numbers.pieces;
  const bool parted = is_joint(pieces[1].before) && pieces[1].before == pieces[2].before;
  if (!parted || !pieces[0].is_day() || !pieces[1].is_day() || !pieces[2].is_year()) {
    return std::nullopt;
  }
  const int year = pieces[2].value();
  for (const Day day :
       {Day{year, pieces[1].value(), pieces[0].value()}, Day{year, pieces[0].value(), pieces[1].value()}}) {
    if (schema::is_valid(day) && weekday_of(day) == weekday) {
      return dated(day, date.text.substr(pieces[2].end));
    }
  }
  return std::nullopt;
}

/// A month of another calendar is none of ours, unless they differ by the count of years alone.
std::optional<WrittenDate> common_month(int year, int month) {
  const auto day = common_day({year, month, 1}, {});
  return day ? dated_month(day->year, day->month) : std::nullopt;
}

/// 2023-06 and 06/2023, alone.
std::optional<WrittenDate> numbered_month(const CutDate& date) {
  const auto pieces = date.pieces;
  if (pieces.size() != 2 || !is_joint(pieces[1].before) || pieces[1].end != date.text.size() || pieces[0].begin != 0) {
    return std::nullopt;
  }
  if (pieces[0].is_year() && pieces[1].is_day() && pieces[1].text.size() == 2) {
    return common_month(pieces[0].value(), pieces[1].value());
  }
  return pieces[0].is_day() && pieces[1].is_year() ? common_month(pieces[1].value(), pieces[0].value()) : std::nullopt;
}

/// 20230619 and 20230619T102233Z.
std::optional<WrittenDate> compact(const CutDate& date) {
  const auto pieces = date.pieces;
  if (pieces[0].text.size() != 8 || !pieces[0].is_number()) {
    return std::nullopt;
  }
  const int number = pieces[0].value();
  std::string time(date.text.substr(pieces[0].end));
  if (pieces.size() >= 3 && ascii::lowered(pieces[1].text) == "t" && pieces[2].is_number() &&
      pieces[2].text.size() >= 4) {
    const std::string_view clock = pieces[2].text;
    time = fmt::format("{}:{}{}{}{}", clock.substr(0, 2), clock.substr(2, 2), clock.size() >= 6 ? ":" : "",
                       clock.size() >= 6 ? clock.substr(4, 2) : "", date.text.substr(pieces[2].end));
  }
  return dated({number / 10000, number / 100 % 100, number % 100}, time);
}

/// Digits alone, a sign or a fraction allowed where they count from 1970.
std::optional<WrittenDate> bare_number(std::string_view text) {
  const std::size_t sign = text.starts_with('-') ? 1 : 0;
  const std::size_t whole = sign + count_digits(text.substr(sign));
  const std::string_view rest = text.substr(whole);
  constexpr std::size_t kSeconds = 9;
  const bool fraction = whole >= kSeconds && rest.starts_with('.') && count_digits(rest.substr(1)) + 1 == rest.size();
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + whole, number);
  return error == std::errc() && (rest.empty() || fraction) ? parse_number(number) : std::nullopt;
}

/// /Date(1700000000000+0100)/, as .NET writes milliseconds into JSON.
std::string_view without_call(std::string_view text) {
  constexpr std::string_view kCall = "/Date(";
  const std::size_t end = text.find_first_of("+)", kCall.size());
  return text.starts_with(kCall) && text.ends_with(")/") ? text.substr(kCall.size(), end - kCall.size()) : text;
}

std::optional<WrittenDate> parse_pieces(std::string_view text, std::string_view language) {
  const std::vector<Piece> pieces = cut_date(text);
  if (pieces.empty()) {
    return std::nullopt;
  }
  const CutDate cut{text, pieces, language};
  for (const auto form : {year_first, year_last, with_signs, week_day, day_of_year, numbered_month, compact,
                          roman_month, day_of_named_month, named_month, day_of_iranian_month, weekday_and_numbers}) {
    if (auto date = form(cut)) {
      return date;
    }
  }
  return std::nullopt;
}

/// "Published: 2014-03-04" -> "2014-03-04"; all of a text without such a label.
std::string_view without_label(std::string_view text) {
  const std::size_t colon = text.find(':');
  const bool label = colon != std::string_view::npos && std::ranges::none_of(text.substr(0, colon), ascii::is_digit);
  return label ? ascii::trimmed(text.substr(colon + 1)) : text;
}

std::optional<WrittenDate> parse_plain(std::string_view text, std::string_view language) {
  if (auto number = bare_number(without_call(text))) {
    return number;
  }
  auto date = parse_pieces(text, language);
  const std::string_view rest = without_label(text);
  return date || rest.size() == text.size() ? date : parse_pieces(rest, language);
}

/// WordPress writes 30 November of the year -1 where there is no date.
bool has_no_year(std::string_view text) {
  constexpr std::string_view kNoYear = "-0001";
  const std::size_t at = text.find(kNoYear);
  return at != std::string_view::npos && (at == 0 || text[at - 1] == ' ') &&
         count_digits(text.substr(at + 1)) == kNoYear.size() - 1;
}

}  // namespace

std::optional<WrittenDate> parse_date(std::string_view text, std::string_view language) {
  constexpr std::size_t kLongest = 200;
  text = ascii::trimmed(text);
  if (text.empty() || text.size() > kLongest || has_no_year(text)) {
    return std::nullopt;
  }
  if (std::ranges::all_of(text, ascii::is_ascii)) {
    return parse_plain(text, language);
  }
  const std::string plain = plain_signs(with_plain_han_numbers(text));
  return parse_plain(ascii::trimmed(plain), language);
}

}  // namespace nutgraf::read::dates
