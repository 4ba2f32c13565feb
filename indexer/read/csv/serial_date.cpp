// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/csv/serial_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/base/ascii.h"
#include "core/schema/day.h"

namespace nutgraf::read::csv {

std::string day_of_serial(std::string_view cell) {
  constexpr std::int64_t kFirst = 20'000;
  constexpr std::int64_t kLast = 59'999;
  constexpr std::int64_t k1970 = 25'569;
  constexpr int kMinutes = 24 * 60;
  constexpr std::size_t kDigits = 5;
  cell = ascii::trimmed(cell);
  const std::string_view fraction = cell.substr(std::min(kDigits, cell.size()));
  const bool plain = fraction.empty() || (fraction.size() > 1 && (fraction[0] == '.' || fraction[0] == ',') &&
                                          std::ranges::all_of(fraction.substr(1), ascii::is_digit));
  std::int64_t day = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + std::min(kDigits, cell.size()), day);
  if (!plain || error != std::errc() || end != cell.data() + kDigits || day < kFirst || day > kLast) {
    return {};
  }
  double part = 0;
  std::string digits = "0." + std::string(fraction.substr(std::min<std::size_t>(1, fraction.size())));
  std::from_chars(digits.data(), digits.data() + digits.size(), part);
  const auto minutes = std::min(static_cast<int>(std::lround(part * kMinutes)), kMinutes - 1);
  const std::string date = schema::to_string(schema::day_of(day - k1970));
  return fraction.empty() ? date : fmt::format("{}T{:02}:{:02}", date, minutes / 60, minutes % 60);
}

}  // namespace nutgraf::read::csv
