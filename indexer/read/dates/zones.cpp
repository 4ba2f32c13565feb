// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/dates/zones.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/dates/date_pieces.h"

namespace nutgraf::read::dates {
namespace {

/// "+09:00", "+0900", "-05" at the front of `text`.
std::string_view offset_at(std::string_view text) {
  if (!text.starts_with('+') && !text.starts_with('-')) {
    return {};
  }
  const std::size_t hours = count_digits(text.substr(1));
  const std::string_view behind = text.substr(1 + hours);
  if (hours == 2 && behind.starts_with(':') && count_digits(behind.substr(1)) == 2) {
    return text.substr(0, 6);
  }
  const bool broken = !behind.empty() && ascii::is_letter(behind[0]);
  return (hours == 2 || hours == 4) && !broken ? text.substr(0, 1 + hours) : std::string_view{};
}

/// "+3" and "+5:30", as they are written only behind UTC and GMT.
std::string short_offset_at(std::string_view text) {
  std::string whole(offset_at(text));
  const bool sign = text.starts_with('+') || text.starts_with('-');
  if (!whole.empty() || !sign || count_digits(text.substr(1)) != 1) {
    return whole;
  }
  const std::string_view rest = text.substr(2);
  const bool minutes = rest.starts_with(':') && count_digits(rest.substr(1)) == 2;
  return std::string(text.substr(0, 1)) + "0" + text[1] + (minutes ? std::string(rest.substr(0, 3)) : ":00");
}

std::string_view offset_of(std::string_view name) {
  constexpr auto kZones = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"EST", "-05:00"},  {"EDT", "-04:00"}, {"CDT", "-05:00"},  {"MST", "-07:00"},  {"MDT", "-06:00"},
       {"PST", "-08:00"},  {"PDT", "-07:00"}, {"CET", "+01:00"},  {"CEST", "+02:00"}, {"MEZ", "+01:00"},
       {"MESZ", "+02:00"}, {"EET", "+02:00"}, {"EEST", "+03:00"}, {"WEST", "+01:00"}, {"MSK", "+03:00"},
       {"JST", "+09:00"},  {"KST", "+09:00"}, {"AEST", "+10:00"}, {"AEDT", "+11:00"}, {"NZST", "+12:00"},
       {"NZDT", "+13:00"}, {"Z", "Z"},        {"z", "Z"}});
  const auto* const found = std::ranges::find(kZones, name, &std::pair<std::string_view, std::string_view>::first);
  return found == kZones.end() ? std::string_view{} : found->second;
}

}  // namespace

std::string zone_at(std::string_view text) {
  text.remove_prefix(text.starts_with('(') ? 1 : 0);
  const auto letters = static_cast<std::size_t>(
      std::find_if_not(text.begin(), text.end(), [](char c) { return ascii::is_letter(c); }) - text.begin());
  if (letters == 0) {
    return std::string(offset_at(text));
  }
  const std::string_view name = text.substr(0, letters);
  if (name == "UTC" || name == "GMT" || name == "UT") {
    const std::string offset = short_offset_at(text.substr(letters));
    return offset.empty() ? "Z" : offset;
  }
  return std::string(offset_of(name));
}

}  // namespace nutgraf::read::dates
