// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/byline_date.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/base/ascii.h"
#include "indexer/read/dates/months.h"

namespace nutgraf::read::html {
namespace {

/// "Jane Roe Updated: ..." -> "Jane Roe".
std::string_view without_state_behind(std::string_view line) {
  constexpr auto kStates = std::to_array<std::string_view>(
      {" posted", " updated", " published", " modified", " stand:", " aktualisiert", " veröffentlicht", " publié",
       " mis à jour", " publicado", " actualizado", " pubblicato", " aggiornato"});
  const std::string lowered = ascii::lowered(line);
  for (const std::string_view state : kStates) {
    if (const std::size_t at = lowered.find(state); at < line.size()) {
      line = line.substr(0, at);
    }
  }
  return line;
}

/// Where the first number of a line stands by itself; npos where none does, or where the line begins with it.
std::size_t number_in(std::string_view line) {
  constexpr std::string_view kDigits = "0123456789";
  std::size_t digit = line.find_first_of(kDigits);
  while (digit != std::string_view::npos && digit > 0 && line[digit - 1] != ' ' && line[digit - 1] != '(') {
    digit = line.find_first_of(kDigits, digit + 1);
  }
  return digit == 0 ? std::string_view::npos : digit;
}

/// What the month before a number is: "May 5" begins with one, "5.5.2020" does not.
enum class Month : std::uint8_t { Named, Number };

/// A word such as those before a date.
bool leads_to_date(std::string_view word) {
  constexpr auto kBetween = std::to_array<std::string_view>({"am", "um", "on", "at", "le", "el", "den", "vom", "em"});
  return std::ranges::find(kBetween, word) != kBetween.end();
}

/// Whether the last word of `line`, which stands before a number, belongs to a date. A short day of the week may be a
/// name, but not behind a sign or "on".
bool ends_with_date_word(std::string_view line, Month month) {
  constexpr std::size_t kFullWeekday = 5;
  const std::size_t blank = line.rfind(' ');
  const std::string_view word = line.substr(blank + 1);
  const std::string_view before = line.substr(0, blank);
  const bool parted = std::string_view(",|-").find(before.empty() ? ' ' : before.back()) != std::string_view::npos;
  const bool set_apart = parted || leads_to_date(before.substr(before.rfind(' ') + 1));
  const bool is_month = month == Month::Named && word.size() > 2 && dates::month_number(word) != 0;
  const bool is_day = (word.size() >= kFullWeekday || set_apart) && dates::is_weekday(word);
  return is_month || is_day || leads_to_date(word);
}

std::string_view without_signs_behind(std::string_view line) {
  constexpr std::string_view kSigns = " \t\n,|(-";
  const std::size_t last = line.find_last_not_of(kSigns);
  return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace

std::string_view without_date_behind(std::string_view line) {
  line = without_state_behind(line);
  const std::size_t digit = number_in(line);
  if (digit == std::string_view::npos) {
    return line;
  }
  const std::size_t after = std::min(line.find_first_not_of("0123456789", digit), line.size());
  const bool divided = after < line.size() && std::string_view("./-").find(line[after]) != std::string_view::npos;
  line = without_signs_behind(line.substr(0, digit));
  for (std::size_t blank = line.rfind(' '); blank != std::string_view::npos; blank = line.rfind(' ')) {
    if (!ends_with_date_word(line, divided ? Month::Number : Month::Named)) {
      break;
    }
    line = without_signs_behind(line.substr(0, blank));
  }
  return line;
}

}  // namespace nutgraf::read::html
