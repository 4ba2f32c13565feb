// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/text/head_lines.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/lower_case.h"
#include "indexer/read/dates/dates.h"
#include "indexer/read/keys.h"
#include "indexer/read/people.h"
#include "indexer/read/text/first_line.h"
#include "indexer/read/text/head_fields.h"

namespace nutgraf::read::text {
namespace {

/// "Key: value".
struct HeadLine {
  std::string key;  // "word_count"
  std::string_view value;
  std::optional<AutomaticKey> known;
};

bool may_stand_in_key(char c) {
  return ascii::is_letter(c) || !ascii::is_ascii(c) || c == ' ' || c == '-' || c == '_';
}

std::string key_of(std::string_view written) {
  std::string key = lower_case(written);
  std::replace(key.begin(), key.end(), ' ', '_');
  return key == "posted" ? "posted_on" : key;
}

/// What fills a field from a line: neither a text nor an id.
std::optional<AutomaticKey> known_key(const std::string& key, std::string_view value) {
  const auto known = automatic_key(key, value);
  const bool serves = known && known->field != Field::Text && known->field != Field::Id;
  return serves ? known : std::nullopt;
}

std::string_view without_quotes(std::string_view value) {
  const bool quoted =
      value.size() >= 2 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

std::optional<HeadLine> head_line(std::string_view line) {
  constexpr std::size_t kLongestKey = 20;  // characters
  constexpr std::string_view kWideColon = "：";
  const std::size_t wide = line.find(kWideColon);
  const std::size_t colon = std::min(line.find(':'), wide);
  if (colon == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view written = ascii::trimmed(line.substr(0, colon));
  if (written.empty() || utf8::count(written) > kLongestKey ||
      !std::all_of(written.begin(), written.end(), may_stand_in_key)) {
    return std::nullopt;
  }
  const std::string_view value = line.substr(colon + (colon == wide ? kWideColon.size() : 1));
  HeadLine found{key_of(written), without_quotes(ascii::trimmed(value)), {}};
  found.known = known_key(found.key, found.value);
  const bool parted = value.empty() || colon == wide || ascii::is_space(value.front());
  return found.known || parted ? std::optional(std::move(found)) : std::nullopt;
}

bool is_known(const std::optional<HeadLine>& line) {
  return line && line->known;
}

/// Where a head goes on behind empty lines: at a key that is known, with a value as short as those of heads are.
std::string_view behind_blank_lines(std::string_view text) {
  constexpr std::size_t kLongestValue = 120;
  std::string_view rest = text;
  while (!rest.empty() && ascii::trimmed(first_line(rest)).empty()) {
    rest = behind_line(rest);
  }
  const auto line = head_line(first_line(rest));
  const bool goes_on = is_known(line) && line->value.size() <= kLongestValue && !line->value.ends_with('.');
  return goes_on ? rest : text;
}

std::vector<std::string> values_of(const HeadLine& line) {
  if (line.known && line.known->field == Field::Authors) {
    return split_authors(line.value);
  }
  if (line.known && line.known->field == Field::Tags) {
    return split_tags(line.value);
  }
  return line.value.empty() ? std::vector<std::string>{} : std::vector<std::string>{std::string(line.value)};
}

void add(std::vector<HeadEntry>& entries, const HeadLine& line) {
  std::vector<std::string> values = values_of(line);
  if (values.empty()) {
    return;
  }
  auto entry = std::ranges::find(entries, line.key, &HeadEntry::key);
  if (entry == entries.end()) {
    entries.push_back({line.key, {}});
    entry = std::prev(entries.end());
  }
  std::ranges::move(values, std::back_inserter(entry->values));
}

/// The lines up to the last known key; `text` moves behind it.
std::vector<HeadLine> take_lines(std::string_view& text) {
  std::vector<HeadLine> lines;
  std::size_t to_last_known = 0;
  std::string_view rest = text;
  for (auto line = head_line(first_line(rest)); line; line = head_line(first_line(rest))) {
    lines.push_back(std::move(*line));
    rest = behind_line(rest);
    if (lines.back().known) {
      to_last_known = lines.size();
      text = rest;
    }
    rest = behind_blank_lines(rest);
  }
  lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(to_last_known), lines.end());
  return lines;
}

bool is_convincing(const std::vector<HeadLine>& lines) {
  std::string language;
  bool convincing = false;
  for (const HeadLine& line : lines) {
    const Field field = line.known ? line.known->field : Field::Text;
    language = field == Field::Language ? language_code(line.value) : language;
    const bool dated = field == Field::Date && line.known->standing == Standing::Own;
    convincing = convincing || (field == Field::Title && !line.value.empty()) ||
                 (dated && dates::parse_date(line.value, language));
  }
  return convincing;
}

}  // namespace

void take_head_lines(std::string_view& text, Article& article) {
  if (!is_known(head_line(first_line(text)))) {
    return;
  }
  std::string_view rest = text;
  const std::vector<HeadLine> lines = take_lines(rest);
  if (!is_convincing(lines)) {
    return;
  }
  std::vector<HeadEntry> entries;
  for (const HeadLine& line : lines) {
    add(entries, line);
  }
  fill_fields(entries, article);
  text = rest;
}

}  // namespace nutgraf::read::text
