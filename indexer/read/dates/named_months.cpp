// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/dates/named_months.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/dates/iranian_months.h"
#include "indexer/read/dates/months.h"
#include "indexer/read/dates/other_calendars.h"

namespace nutgraf::read::dates {
namespace {

using Pieces = std::span<const Piece>;

/// Pieces [begin, end) that name a month.
struct NamedMonth {
  std::size_t begin;
  std::size_t end;
  int month;
};

/// Words between the day, the month and the year.
bool is_particle(const Piece& piece) {
  constexpr auto kParticles = std::to_array<std::string_view>(
      {"de", "of", "the", "del", "d", "di", "do", "den", "m", "năm", "gada", "من", "թ", "ж", "eko", "ko"});
  const bool bracketed = piece.text == "e" && piece.before == "(";  // 2021(e)ko, in Basque
  return bracketed || std::ranges::find(kParticles, ascii::lowered(piece.text)) != kParticles.end();
}

/// The letters that make a number ordinal, set right after it: 1er, 1.º, 22nd, 1-го, 1ης.
bool is_ordinal_ending(const Piece& piece) {
  constexpr auto kEndings = std::to_array<std::string_view>(
      {"st",  "nd", "rd",  "th", "er", "ème", "eme", "ère", "ere", "re", "e", "º", "a", "o", "ro", "do", "to",
       "ero", "de", "ste", "го", "е",  "η",   "ης",  "ος",  "ა",   "r",  "n", "t", "è", "ی", "טן", "טער"});
  constexpr auto kJoints = std::to_array<std::string_view>({"", ".", "-", ":"});
  const bool apart = piece.before == " " && piece.text.size() > 1;  // "1 er", as a raised ending is copied
  return (apart || std::ranges::find(kJoints, piece.before) != kJoints.end()) &&
         std::ranges::find(kEndings, ascii::lowered(piece.text)) != kEndings.end();
}

bool is_filler(Pieces pieces, std::size_t at) {
  return is_particle(pieces[at]) || (at > 0 && pieces[at - 1].is_day() && is_ordinal_ending(pieces[at]));
}

std::size_t behind_fillers(Pieces pieces, std::size_t at) {
  while (at < pieces.size() && is_filler(pieces, at)) {
    ++at;
  }
  return at;
}

/// One past the last piece before `end` that is not a filler; 0 if there is none.
std::size_t before_fillers(Pieces pieces, std::size_t end) {
  while (end > 0 && is_filler(pieces, end - 1)) {
    --end;
  }
  return end;
}

/// The month that begins with piece `at`: two words before one, for "tháng 1" is no "tháng".
NamedMonth month_at(const CutDate& date, std::size_t at) {
  constexpr std::string_view kIn = "ב";  // joined to the month in Hebrew
  constexpr std::size_t kMostWords = 2;
  const Pieces pieces = date.pieces;
  for (std::size_t words = std::min(kMostWords, pieces.size() - at); words > 0; --words) {
    const std::size_t end = at + words;
    const std::string_view name = date.text.substr(pieces[at].begin, pieces[end - 1].end - pieces[at].begin);
    int month = month_number(name, date.language);
    if (month == 0 && name.starts_with(kIn)) {
      month = month_number(name.substr(kIn.size()), date.language);
    }
    if (month != 0) {
      return {at, end, month};
    }
  }
  return {at, at, 0};
}

/// The month of Iran that piece `at` names: its names are single words.
NamedMonth iranian_month_at(const CutDate& date, std::size_t at) {
  const int month = iranian_month_number(date.pieces[at].text);
  return {at, month == 0 ? at : at + 1, month};
}

/// How the name of a month is known.
using FindMonth = NamedMonth (*)(const CutDate& date, std::size_t at);

/// Names of months near the front. One that may be a day of the week is that where another month is named too:
/// "mar. 6 juin 2023".
std::vector<NamedMonth> find_months(const CutDate& date, FindMonth find) {
  constexpr std::size_t kFirstPieces = 8;
  std::vector<NamedMonth> months;
  for (std::size_t at = 0; at < std::min(date.pieces.size(), kFirstPieces); ++at) {
    if (date.pieces[at].is_number()) {
      continue;
    }
    if (const NamedMonth found = find(date, at); found.month != 0) {
      months.push_back(found);
      at = found.end - 1;
    }
  }
  if (months.size() > 1 && is_weekday(date.pieces[months.front().begin].text)) {
    months.erase(months.begin());
  }
  return months;
}

/// The first year after piece `from` that is not an offset such as +0000; 0 if there is none.
int year_behind(Pieces pieces, std::size_t from) {
  from = behind_fillers(pieces, from);
  for (std::size_t i = from; i < pieces.size(); ++i) {
    const bool first = i == from;
    const bool is_offset = pieces[i].before.ends_with('+') || (pieces[i].before.ends_with('-') && !first);
    if (pieces[i].is_year() && !is_offset && !pieces[i].before.ends_with(':')) {
      return pieces[i].value();
    }
  }
  return 0;
}

int year_before(Pieces pieces, std::size_t end) {
  end = before_fillers(pieces, end);
  return end > 0 && pieces[end - 1].is_year() ? pieces[end - 1].value() : 0;
}

/// Thai dates count from the Buddha's death.
int gregorian(int year, std::string_view month_name) {
  constexpr int kFirst = 2400;
  constexpr int kBuddhistEra = 543;
  const bool thai = month_name.starts_with("\xE0\xB8") || month_name.starts_with("\xE0\xB9");
  return thai && year >= kFirst ? year - kBuddhistEra : year;
}

/// "Thursday, 05-Mar-20 10:22:33 GMT", as web servers once wrote it (RFC 850): the one form in which two digits are
/// surely a year.
int year_of_server(Pieces pieces, std::size_t day, const NamedMonth& named) {
  constexpr int kFirstOfCentury = 70;
  if (day == 0 || named.begin != day + 1 || named.end >= pieces.size() || !is_weekday(pieces[day - 1].text)) {
    return 0;
  }
  const Piece& year = pieces[named.end];
  if (!year.is_number() || year.text.size() != 2 || year.before != "-" || pieces[named.begin].before != "-") {
    return 0;
  }
  return year.value() + (year.value() < kFirstOfCentury ? 2000 : 1900);
}

/// The day beside the name of a month, as the digits say it.
std::optional<schema::Day> day_beside(const CutDate& date, const NamedMonth& named) {
  const Pieces pieces = date.pieces;
  const std::size_t before = before_fillers(pieces, named.begin);
  const std::size_t behind = behind_fillers(pieces, named.end);
  const bool day_first = before > 0 && pieces[before - 1].is_day();
  if (!day_first && (behind == pieces.size() || !pieces[behind].is_day())) {
    return std::nullopt;
  }
  const std::size_t day = day_first ? before - 1 : behind;
  int year = year_behind(pieces, std::max(named.end, day + 1));
  year = year == 0 ? year_before(pieces, std::min(named.begin, day)) : year;
  year = year == 0 ? year_of_server(pieces, day, named) : year;
  return schema::Day{year, named.month, pieces[day].value()};
}

}  // namespace

std::optional<WrittenDate> day_of_named_month(const CutDate& date) {
  for (const NamedMonth& named : find_months(date, month_at)) {
    if (auto day = day_beside(date, named)) {
      day->year = gregorian(day->year, date.pieces[named.begin].text);
      if (auto found = dated(*day, date.text)) {
        return found;
      }
    }
  }
  return std::nullopt;
}

std::optional<WrittenDate> day_of_iranian_month(const CutDate& date) {
  for (const NamedMonth& named : find_months(date, iranian_month_at)) {
    const auto written = day_beside(date, named);
    if (const auto day = written ? day_of_iran(*written) : std::nullopt) {
      return dated(*day, date.text);
    }
  }
  return std::nullopt;
}

std::optional<WrittenDate> named_month(const CutDate& date) {
  const Pieces pieces = date.pieces;
  const std::vector<NamedMonth> months = find_months(date, month_at);
  if (months.size() != 1) {
    return std::nullopt;
  }
  const NamedMonth& named = months.front();
  const std::size_t behind = behind_fillers(pieces, named.end);
  const bool year_last = named.begin == 0 && behind + 1 == pieces.size() && pieces[behind].is_year();
  const bool year_first = named.begin == 1 && named.end == pieces.size() && pieces[0].is_year();
  if (!year_last && !year_first) {
    return std::nullopt;
  }
  return dated_month(gregorian(pieces[year_last ? behind : 0].value(), pieces[named.begin].text), named.month);
}

}  // namespace nutgraf::read::dates
