// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json/column_table.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "core/base/ascii.h"

namespace nutgraf::read::json {
namespace {

/// The first label of a column; empty where `value` is none.
std::string_view first_label(simdjson::dom::element value) {
  simdjson::dom::object cells;
  if (value.get(cells) != simdjson::SUCCESS || cells.size() == 0) {
    return {};
  }
  const std::string_view label = cells.begin().key();
  return std::ranges::all_of(label, ascii::is_digit) ? label : std::string_view{};
}

}  // namespace

bool is_column_table(simdjson::dom::object object) {
  if (object.size() < 2) {
    return false;
  }
  const simdjson::dom::element first = object.begin().value();
  const std::string_view label = first_label(first);
  return !label.empty() && std::ranges::all_of(object, [&](const auto& member) {
    return first_label(member.value) == label &&
           simdjson::dom::object(member.value).size() == simdjson::dom::object(first).size();
  });
}

ColumnTable::ColumnTable(simdjson::dom::object object) {
  for (const auto [key, value] : object) {
    const simdjson::dom::object cells = value;
    columns_.push_back({nlohmann::json(std::string(key)).dump(), cells, cells.begin()});
  }
}

std::optional<std::string> ColumnTable::next_row() {
  if (columns_.empty() || columns_.front().next == columns_.front().cells.end()) {
    return std::nullopt;
  }
  const std::string_view label = columns_.front().next.key();
  std::string row = "{";
  for (Column& column : columns_) {
    simdjson::dom::element cell;
    // As a rule all columns have the same labels in the same order.
    if (column.next != column.cells.end() && column.next.key() == label) {
      cell = column.next.value();
    } else if (column.cells.at_key(label).get(cell) != simdjson::SUCCESS) {
      continue;
    }
    row.append(row.size() == 1 ? "" : ",").append(column.name).append(":").append(simdjson::minify(cell));
  }
  for (Column& column : columns_) {
    if (column.next != column.cells.end()) {
      ++column.next;
    }
  }
  return row.append("}");
}

}  // namespace nutgraf::read::json
