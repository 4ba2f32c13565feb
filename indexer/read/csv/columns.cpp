// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/csv/columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/csv/serial_date.h"

namespace nutgraf::read::csv {
namespace {

/// The number of a column, from 1; nothing where `key` is no number.
std::optional<std::size_t> column_number(std::string_view key) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), number);
  const bool whole = error == std::errc() && end == key.data() + key.size() && number > 0;
  return whole ? std::optional(number) : std::nullopt;
}

bool is_known(std::string_view name, const KeyPlan& keys) {
  const auto automatic = automatic_key(name);
  const bool prose = automatic && (automatic->field == Field::Text || automatic->field == Field::Title);
  return prose || std::ranges::any_of(keys.map, [name](const KeyPlan::Mapped& mapped) {
           return mapped.key == name && !mapped.key.empty() && !column_number(mapped.key);
         });
}

std::vector<std::string> names_of(const std::vector<std::string>& header) {
  std::vector<std::string> names;
  for (const std::string& cell : header) {
    std::string name(ascii::trimmed(cell));
    const std::string number = std::to_string(names.size() + 1);
    if (name.empty()) {
      name = number;
    } else if (std::ranges::find(names, name) != names.end()) {
      name += " " + number;
    }
    names.push_back(std::move(name));
  }
  return names;
}

void append_string(std::string& json, std::string_view text) {
  json += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (c >= 0 && c < ' ') {
      fmt::format_to(std::back_inserter(json), "\\u{:04x}", static_cast<unsigned>(c));
    } else {
      json += c;
    }
  }
  json += '"';
}

}  // namespace

FirstRow first_row_of(const std::vector<std::string>& cells, const KeyPlan& keys) {
  if (std::ranges::any_of(cells, [&](const std::string& cell) { return is_known(ascii::trimmed(cell), keys); })) {
    return FirstRow::Header;
  }
  const bool numbered = std::ranges::any_of(
      keys.map, [](const KeyPlan::Mapped& mapped) { return column_number(mapped.key).has_value(); });
  return numbered ? FirstRow::Record : FirstRow::Unknown;
}

Columns::Columns(const std::vector<std::string>& first, FirstRow kind, KeyPlan keys)
    : header_(kind == FirstRow::Header ? first : std::vector<std::string>()),
      names_(names_of(kind == FirstRow::Header ? first : std::vector<std::string>(first.size()))),
      keys_(std::move(keys)) {
  for (const std::string& name : names_) {
    const auto automatic = automatic_key(name);
    dated_.push_back(automatic && automatic->field == Field::Date);
  }
  for (KeyPlan::Mapped& mapped : keys_.map) {
    const auto number = column_number(mapped.key);
    const bool named = std::ranges::find(names_, mapped.key) != names_.end();
    if (named) {
      mapped.path = {mapped.key};  // a column has no parts
    } else if (number && *number <= names_.size()) {
      mapped.key = names_[*number - 1];
      mapped.path = {mapped.key};
    }
    const auto column = std::ranges::find(names_, mapped.key);
    if (column != names_.end() && mapped.target.field == Field::Date) {
      dated_[static_cast<std::size_t>(column - names_.begin())] = true;
    }
  }
}

std::string Columns::as_json(const std::vector<std::string>& cells) const {
  std::string json = "{";
  for (std::size_t column = 0; column < names_.size(); ++column) {
    json += column == 0 ? "" : ",";
    append_string(json, names_[column]);
    json += ':';
    const std::string day = dated_[column] ? day_of_serial(cells.at(column)) : std::string();
    append_string(json, day.empty() ? cells.at(column) : day);
  }
  return json += '}';
}

}  // namespace nutgraf::read::csv
