// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/text/display_width.h"
#include "query/command/queries.h"
#include "query/format/hit_row.h"

namespace nutgraf::query {
namespace {

constexpr std::size_t kFirstColumn = 24;
constexpr std::size_t kOtherColumns = 10;

std::string cell_of(const format::Row& value) {
  if (value.is_null()) {
    return "-";
  }
  return without_controls(value.is_string() ? value.get<std::string>() : format::to_json(value));
}

// Numbers to the right, text to the left; the last cell has no spaces after it.
std::string line_of(const format::Row& row, const std::vector<std::string>& columns) {
  std::string line;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const format::Row& value = row.at(columns[i]);
    const std::string text = cell_of(value);
    const std::size_t room = i == 0 ? kFirstColumn : kOtherColumns;
    const std::string blanks(room - std::min(room, display_width(text)), ' ');
    const bool last = i + 1 == columns.size();
    line += value.is_number() ? blanks + text : text + (last ? "" : blanks);
    line += last ? "\n" : "  ";
  }
  return line;
}

}  // namespace

Table::Table(const QueryOptions& options, const Console& console, std::vector<std::string> columns)
    : console_(console), columns_(std::move(columns)) {
  const format::FormatName name = format_of(options);
  if (name != format::FormatName::Text) {
    format_ = format::row_format(name, columns_, format_options(options, console));
    frame_ = format_->frame();
  }
  console_.output.write(frame_.begin);
}

void Table::add(const format::Row& row) {
  console_.output.write(rows_ > 0 ? frame_.between : std::string());
  console_.output.write(format_ ? format_->row(row) : line_of(row, columns_));
  ++rows_;
}

void Table::finish() {
  console_.output.write(frame_.end);
}

}  // namespace nutgraf::query
