// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/dates/two_digit_year.h"

#include <algorithm>

#include "core/base/ascii.h"

namespace nutgraf::read::dates {

std::string with_full_year(std::string_view date) {
  constexpr std::string_view kDigits = "0123456789";
  const std::size_t day = std::min(date.find_first_of(kDigits), date.size());
  const std::size_t month = std::min(date.find_first_not_of(kDigits, day), date.size());
  const std::size_t year = std::min(date.find_first_of(kDigits, month), date.size());
  const std::size_t end = std::min(date.find_first_not_of(kDigits, year), date.size());
  const std::string_view name = ascii::trimmed(date.substr(month, year - month));
  const bool named = std::ranges::any_of(name, ascii::is_letter) &&
                     std::ranges::all_of(name, [](char c) { return ascii::is_letter(c) || c == '-'; });
  const bool clock = end < date.size() && date[end] == ':';
  if (end - year != 2 || !named || clock) {
    return std::string(date);
  }
  const char* const century = date[year] < '5' ? "20" : "19";
  return std::string(date.substr(0, year)) + century + std::string(date.substr(year));
}

}  // namespace nutgraf::read::dates
