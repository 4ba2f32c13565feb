// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/dates/written_date.h"

#include <fmt/format.h>

#include "indexer/read/dates/date_pieces.h"

namespace nutgraf::read::dates {

std::string to_string(const WrittenDate& date) {
  return date.precision == Precision::Day ? schema::to_string(date.day)
                                          : fmt::format("{:04}-{:02}", date.day.year, date.day.month);
}

std::optional<WrittenDate> dated(schema::Day day, std::string_view time_text) {
  if (!schema::is_valid(day) || day == schema::kFirstDay) {
    return std::nullopt;
  }
  return WrittenDate{day, find_time(time_text)};
}

std::optional<WrittenDate> dated_month(int year, int month) {
  auto date = dated({year, month, 1}, {});
  if (date) {
    date->precision = Precision::Month;
  }
  return date;
}

}  // namespace nutgraf::read::dates
