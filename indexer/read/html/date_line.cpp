// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/date_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/base/ascii.h"
#include "indexer/read/people.h"

namespace nutgraf::read::html {
namespace {

enum class DayOrder : std::uint8_t { DayFirst, MonthFirst };

/// "05/10/2018 ..." as "2018-10-05 ..." or "2018-05-10 ...".
std::optional<std::string> reordered(std::string_view text, DayOrder order) {
  std::array<std::string_view, 3> parts;
  std::string_view rest = text;
  for (std::string_view& part : parts) {
    const auto end = std::ranges::find_if_not(rest, ascii::is_digit);
    part = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    rest.remove_prefix(part.size());
    if (&part != &parts.back()) {
      if (part.empty() || part.size() > 2 || rest.empty() || (rest[0] != '/' && rest[0] != '-')) {
        return std::nullopt;
      }
      rest.remove_prefix(1);
    }
  }
  if (parts[2].size() != 4) {
    return std::nullopt;
  }
  return fmt::format("{}-{:0>2}-{:0>2}{}", parts[2], parts[order == DayOrder::MonthFirst ? 0 : 1],
                     parts[order == DayOrder::MonthFirst ? 1 : 0], rest);
}

/// Whether a line is about another day than that of publication.
bool names_another_day(std::string_view line) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"updated", "modified", "aktualisiert", "mis à jour", "actualizado", "expires", "deadline", "born", "event", "©",
       "copyright", "termin", "joined", "registered", "registriert", "member since", "mitglied seit", "inscrit le"});
  const std::string lowered = ascii::lowered(line);
  return std::ranges::any_of(kWords, [&](std::string_view word) { return lowered.find(word) != std::string::npos; });
}

/// "26 | 01 | 2022" as "26.01.2022".
std::string without_bars(std::string_view line) {
  constexpr std::string_view kBar = " | ";
  std::string plain(line);
  for (std::size_t at = plain.find(kBar, 1); at != std::string::npos; at = plain.find(kBar, at + 1)) {
    const std::size_t behind = at + kBar.size();
    if (behind < plain.size() && ascii::is_digit(plain[at - 1]) && ascii::is_digit(plain[behind])) {
      plain.replace(at, kBar.size(), ".");
    }
  }
  return plain;
}

}  // namespace

bool is_likely(const dates::WrittenDate& date) {
  constexpr int kFirstPages = 1990;
  return date.precision == dates::Precision::Day && date.day.year >= kFirstPages;
}

std::optional<dates::WrittenDate> parse_date_in(std::string_view text, std::string_view language) {
  text = ascii::trimmed(text);
  const std::string code = language_code(language);
  if (auto date = dates::parse_date(text, code)) {
    return date;
  }
  const std::string lowered = ascii::lowered(language);
  const DayOrder order = lowered == "en-us" || lowered == "en_us" ? DayOrder::MonthFirst : DayOrder::DayFirst;
  if (code.empty() || (code == "en" && lowered.size() < 4)) {
    return std::nullopt;
  }
  const auto iso = reordered(text, order);
  return iso ? dates::parse_date(*iso, code) : std::nullopt;
}

std::optional<dates::WrittenDate> date_in_line(std::string_view text, std::string_view language) {
  constexpr std::size_t kLongest = 100;
  if (text.size() > kLongest || std::ranges::none_of(text, ascii::is_digit) || names_another_day(text)) {
    return std::nullopt;
  }
  const std::string plain = without_bars(text);
  const std::string_view line = std::string_view(plain).substr(0, plain.find("://"));  // no day of an address
  for (std::size_t at = 0; at < line.size(); ++at) {
    const auto is_part = [&](char c) {
      return ascii::is_digit(c) || ascii::is_letter(c) || static_cast<signed char>(c) < 0;
    };
    const bool begins = is_part(line[at]) && (at == 0 || !is_part(line[at - 1]));
    if (begins) {
      const std::string_view rest = line.substr(at);
      const bool bare = std::ranges::all_of(rest, ascii::is_digit);
      if (auto date = bare ? std::nullopt : parse_date_in(rest, language); date && is_likely(*date)) {
        return date;
      }
    }
  }
  return std::nullopt;
}

}  // namespace nutgraf::read::html
