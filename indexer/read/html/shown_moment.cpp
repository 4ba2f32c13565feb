// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/shown_moment.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/base/ascii.h"
#include "core/schema/day.h"
#include "indexer/read/html/date_elements.h"
#include "indexer/read/html/date_line.h"

namespace nutgraf::read::html {
namespace {

constexpr std::int64_t kHour = 60;  // minutes
constexpr std::int64_t kDay = 24 * kHour;

std::optional<int> two_digits(std::string_view text, std::size_t at) {
  if (text.size() < at + 2 || !ascii::is_digit(text[at]) || !ascii::is_digit(text[at + 1])) {
    return std::nullopt;
  }
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

/// Minutes since 1970 on the clock that a date was read from: "T21:44", with anything after it.
std::optional<std::int64_t> clock_of(const dates::WrittenDate& date) {
  const auto hour = two_digits(date.time, 1);
  const auto minute = two_digits(date.time, 4);
  if (date.precision != dates::Precision::Day || !hour || !minute) {
    return std::nullopt;
  }
  return schema::days_since_1970(date.day) * kDay + *hour * kHour + *minute;
}

/// "Z", "+02:00", "-0500" at the end of a time, in minutes east of Greenwich.
std::optional<std::int64_t> zone_of(std::string_view time) {
  const std::size_t sign = time.find_first_of("+-Zz");
  if (sign == std::string_view::npos || time[sign] == 'Z' || time[sign] == 'z') {
    return sign == std::string_view::npos ? std::nullopt : std::optional<std::int64_t>(0);
  }
  const auto hours = two_digits(time, sign + 1);
  const bool colon = time.size() > sign + 3 && time[sign + 3] == ':';
  const int minutes = two_digits(time, sign + (colon ? 4 : 3)).value_or(0);
  if (!hours) {
    return std::nullopt;
  }
  const std::int64_t zone = *hours * kHour + minutes;
  return time[sign] == '-' ? -zone : zone;
}

/// Whether a clock that shows `local` when it is `universal` in Greenwich is that of some place.
bool is_of_a_zone(std::int64_t universal, std::int64_t local) {
  constexpr std::int64_t kWest = -12 * kHour;
  constexpr std::int64_t kEast = 14 * kHour;
  constexpr std::int64_t kStep = 30;
  const std::int64_t ahead = local - universal;
  return ahead >= kWest && ahead <= kEast && ahead % kStep == 0;
}

/// The lines around the main heading.
std::vector<std::string> lines_near_heading(const Dom& dom, const std::vector<Block>& blocks) {
  constexpr std::ptrdiff_t kLinesAround = 6;
  constexpr std::uint32_t kLineLength = 100;
  const auto heading =
      std::ranges::find_if(blocks, [&](const Block& block) { return dom[block.container].tag == Tag::H1; });
  std::vector<std::string> lines;
  if (heading == blocks.end()) {
    return lines;
  }
  const auto begin = heading - std::min(kLinesAround, heading - blocks.begin());
  const auto end = heading + std::min(kLinesAround, blocks.end() - heading);
  for (auto block = begin; block != end; ++block) {
    if (block->length <= kLineLength) {
      lines.push_back(text_of(dom, *block));
    }
  }
  return lines;
}

}  // namespace

std::optional<dates::WrittenDate> as_shown(const dates::WrittenDate& moment, const Dom& dom,
                                           const std::vector<Block>& blocks, std::string_view language) {
  const auto clock = clock_of(moment);
  const auto zone = zone_of(moment.time);
  if (!clock || !zone) {
    return std::nullopt;
  }
  const auto shows_it = [&](const std::optional<dates::WrittenDate>& date) {
    const auto shown = date && date->day != moment.day && !zone_of(date->time) ? clock_of(*date) : std::nullopt;
    return shown && is_of_a_zone(*clock - *zone, *shown);
  };
  for (NodeIndex i = 0; i < dom.size(); ++i) {
    if (dom[i].tag == Tag::Time && !is_of_something_else(dom, i)) {
      if (auto date = parse_date_in(machine_readable(dom, i), language); shows_it(date)) {
        return date;
      }
    }
  }
  for (const std::string& line : lines_near_heading(dom, blocks)) {
    if (auto date = date_in_line(line, language); shows_it(date)) {
      return date;
    }
  }
  return std::nullopt;
}

}  // namespace nutgraf::read::html
