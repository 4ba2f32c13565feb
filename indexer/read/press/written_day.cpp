// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/press/written_day.h"

#include <algorithm>
#include <cstddef>

#include "core/base/ascii.h"
#include "indexer/read/dates/dates.h"

namespace nutgraf::read::press {

std::optional<dates::WrittenDate> find_date(std::string_view line, std::string_view language) {
  constexpr std::size_t kLongest = 160;
  if (line.size() > kLongest || std::ranges::none_of(line, ascii::is_digit)) {
    return std::nullopt;
  }
  std::optional<dates::WrittenDate> month;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!ascii::is_word_byte(line[at]) || (at > 0 && ascii::is_word_byte(line[at - 1]))) {
      continue;
    }
    const std::string_view rest = line.substr(at);
    auto date = std::ranges::all_of(rest, ascii::is_digit) && at > 0 ? std::nullopt : dates::parse_date(rest, language);
    if (date && date->precision == dates::Precision::Day) {
      return date;
    }
    month = month ? month : date;
  }
  return month;
}

}  // namespace nutgraf::read::press
