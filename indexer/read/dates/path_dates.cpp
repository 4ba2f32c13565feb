// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/dates/path_dates.h"

#include <charconv>
#include <vector>

#include "core/base/ascii.h"

namespace nutgraf::read::dates {
namespace {

using schema::Day;

// A name may contain any number; only days of the age of newspapers are believed.
constexpr int kFirstYear = 1600;
constexpr int kLastYear = 2199;

/// The number of exactly `digits` digits at the front of `text`; -1 where there is none.
int number_at(std::string_view text, std::size_t digits) {
  if (text.size() < digits) {
    return -1;
  }
  int number = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + digits, number);
  return error == std::errc() && end == text.data() + digits && ascii::is_digit(text[0]) ? number : -1;
}

std::optional<Day> believed(Day day) {
  return day.year >= kFirstYear && day.year <= kLastYear && schema::is_valid(day) ? std::optional(day) : std::nullopt;
}

/// The day that `text` begins with, where no further digit follows.
std::optional<Day> day_at(std::string_view text) {
  const int year = number_at(text, 4);
  if (year < 0) {
    return std::nullopt;
  }
  const std::string_view rest = text.substr(4);
  const bool parted = !rest.empty() && (rest[0] == '-' || rest[0] == '_' || rest[0] == '.');
  const std::size_t width = parted ? 10 : 8;
  const std::size_t gap = parted ? 1 : 0;
  if (text.size() < width || (parted && rest[3] != rest[0]) || (text.size() > width && ascii::is_digit(text[width]))) {
    return std::nullopt;
  }
  return believed({year, number_at(rest.substr(gap), 2), number_at(rest.substr(2 * gap + 2), 2)});
}

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    if (slash != 0) {
      parts.push_back(path.substr(0, slash));
    }
    path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
  }
  return parts;
}

/// A part that is nothing but a number of `digits` digits; of a file, what is before its first full stop.
int whole_number(std::string_view part, std::size_t digits) {
  const int number = number_at(part, digits);
  return part.size() == digits || (part.size() > digits && part[digits] == '.') ? number : -1;
}

}  // namespace

std::optional<Day> day_in_name(std::string_view name) {
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (ascii::is_digit(name[at]) && (at == 0 || !ascii::is_digit(name[at - 1]))) {
      if (auto day = day_at(name.substr(at))) {
        return day;
      }
    }
  }
  return std::nullopt;
}

std::optional<Day> day_in_folders(std::string_view path) {
  const std::vector<std::string_view> parts = parts_of(path);
  for (std::size_t end = parts.size(); end > 0; --end) {
    if (end >= 3) {
      const Day day{whole_number(parts[end - 3], 4), whole_number(parts[end - 2], 2), whole_number(parts[end - 1], 2)};
      if (auto found = believed(day)) {
        return found;
      }
    }
    if (end < parts.size()) {
      if (auto found = day_in_name(parts[end - 1])) {
        return found;
      }
    }
  }
  return std::nullopt;
}

}  // namespace nutgraf::read::dates
