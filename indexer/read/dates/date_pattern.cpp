// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/dates/date_pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <span>

#include "core/base/ascii.h"
#include "core/base/failure.h"
#include "indexer/read/dates/months.h"

namespace nutgraf::read::dates {
namespace {

using schema::Day;

/// Reads `digits` digits off the front of `text`.
bool take_number(std::string_view& text, std::size_t digits, int& number) {
  if (text.size() < digits ||
      !std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(digits), ascii::is_digit)) {
    return false;
  }
  std::from_chars(text.data(), text.data() + digits, number);
  text.remove_prefix(digits);
  return true;
}

enum class Width : std::uint8_t { Two, OneOrTwo };

/// A month or a day.
bool take_short_number(std::string_view& text, Width width, int& number) {
  const bool one = width == Width::OneOrTwo && (text.size() < 2 || !ascii::is_digit(text[1]));
  return take_number(text, one ? 1 : 2, number);
}

bool take_month(std::string_view& text, int& month) {
  const auto end =
      std::find_if(text.begin(), text.end(), [](char c) { return !ascii::is_letter(c) && ascii::is_ascii(c); });
  const auto length = static_cast<std::size_t>(end - text.begin());
  month = month_number(text.substr(0, length));
  text.remove_prefix(length);
  return month != 0;
}

bool take_short_year(std::string_view& text, int& year) {
  if (!take_number(text, 2, year)) {
    return false;
  }
  year += year < 70 ? 2000 : 1900;
  return true;
}

bool take_piece(const std::string& piece, Width width, std::string_view& text, Day& day) {
  if (piece == "%Y") {
    return take_number(text, 4, day.year);
  }
  if (piece == "%y") {
    return take_short_year(text, day.year);
  }
  if (piece == "%m") {
    return take_short_number(text, width, day.month);
  }
  if (piece == "%d") {
    return take_short_number(text, width, day.day);
  }
  if (piece == "%b" || piece == "%B") {
    return take_month(text, day.month);
  }
  const std::string_view literal = piece == "%%" ? std::string_view("%") : std::string_view(piece);
  if (!text.starts_with(literal)) {
    return false;
  }
  text.remove_prefix(literal.size());
  return true;
}

bool is_number(const std::string& piece) {
  return piece == "%Y" || piece == "%y" || piece == "%m" || piece == "%d";
}

/// Whether a number ends where more digits follow.
bool cuts_number(const std::string& last_piece, std::string_view text) {
  return is_number(last_piece) && !text.empty() && ascii::is_digit(text[0]);
}

/// Digits that stand together are divided by their number alone.
Width width_at(std::span<const std::string> pieces, std::size_t at) {
  const bool touches = (at > 0 && is_number(pieces[at - 1])) || (at + 1 < pieces.size() && is_number(pieces[at + 1]));
  return touches ? Width::Two : Width::OneOrTwo;
}

std::optional<Day> match_here(std::span<const std::string> pieces, std::string_view text) {
  Day day{0, 1, 1};
  // Where to continue when what follows the last * does not fit: that * takes one character more.
  std::size_t after_star = 0;
  std::string_view star_text;
  Day star_day;
  bool star = false;
  std::size_t at = 0;
  while (true) {
    if (at == pieces.size()) {
      if (schema::is_valid(day) && !cuts_number(pieces.back(), text)) {
        return day;
      }
    } else if (pieces[at] == "*") {
      star = true;
      after_star = ++at;
      star_text = text;
      star_day = day;
      continue;
    } else if (take_piece(pieces[at], width_at(pieces, at), text, day)) {
      ++at;
      continue;
    }
    if (!star || star_text.empty()) {
      return std::nullopt;
    }
    star_text.remove_prefix(1);
    text = star_text;
    day = star_day;
    at = after_star;
  }
}

}  // namespace

DatePattern::DatePattern(std::string_view pattern) {
  constexpr std::array<std::string_view, 7> kKnown = {"%Y", "%y", "%m", "%d", "%b", "%B", "%%"};
  const auto wrong = [&](const std::string& why) {
    return Failure(
        ExitCode::Usage, fmt::format("--date-from '{}': {}", pattern, why),
        "write for example --date-from '%Y/%m/%d' or --date-from '_%Y%m%d_' (%Y %y %m %d %b %B, * for anything)");
  };
  bool has_year = false;
  for (std::string_view rest = pattern; !rest.empty();) {
    const std::size_t length = rest[0] == '%' ? 2 : 1;
    const std::string piece(rest.substr(0, length));
    if (length == 2 && std::find(kKnown.begin(), kKnown.end(), piece) == kKnown.end()) {
      throw wrong(fmt::format("'{}' has no meaning there", piece));
    }
    has_year = has_year || piece == "%Y" || piece == "%y";
    pieces_.push_back(piece);
    rest.remove_prefix(std::min(length, rest.size()));
  }
  if (!has_year) {
    throw wrong("it has no year");
  }
}

std::optional<Day> DatePattern::match(std::string_view path) const {
  std::optional<Day> found;
  for (std::size_t at = path.size(); at > 0 && !found; --at) {
    const bool inside_number = at > 1 && ascii::is_digit(path[at - 1]) && ascii::is_digit(path[at - 2]);
    if (!inside_number) {
      found = match_here(pieces_, path.substr(at - 1));
    }
  }
  return found;
}

}  // namespace nutgraf::read::dates
