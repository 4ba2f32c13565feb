// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <vector>

/// A table that is written by columns, {"title": {"0": "One", "1": "Two"}, "text": {"0": ...}}, as pandas' to_json()
/// does unless told otherwise.
namespace nutgraf::read::json {

/// Whether all members of `object`, two or more, are columns: as long as each other, beginning with the same number.
[[nodiscard]] bool is_column_table(simdjson::dom::object object);

/// Its rows in order. The object must outlive it.
class ColumnTable {
 public:
  explicit ColumnTable(simdjson::dom::object object);
  /// The next row as the JSON of a record; nothing at the end.
  [[nodiscard]] std::optional<std::string> next_row();

 private:
  struct Column {
    std::string name;  // as JSON
    simdjson::dom::object cells;
    simdjson::dom::object::iterator next;
  };
  std::vector<Column> columns_;
};

}  // namespace nutgraf::read::json
