// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/flow.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/lines/clean_lines.h"

namespace nutgraf::read::office {
namespace {

/// A row longer than this is text in columns rather than data.
constexpr std::size_t kLongestRow = 300;

void move_into(std::vector<Paragraph>& to, std::vector<Paragraph>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

bool is_line(const std::vector<std::vector<Paragraph>>& row) {
  std::size_t length = 0;
  for (const std::vector<Paragraph>& cell : row) {
    if (cell.size() > 1 || (cell.size() == 1 && cell[0].style.role != Role::Body)) {
      return false;
    }
    length += cell.empty() ? 0 : cell[0].text.size();
  }
  return length <= kLongestRow;
}

}  // namespace

Style style_named(std::string_view name) {
  const std::string lowered = ascii::lowered(ascii::trimmed(name));
  Style style;
  if (lowered == "title") {
    style.role = Role::Title;
  } else if (lowered.starts_with("heading") && ascii::is_digit(lowered.back())) {
    style.role = Role::Heading;
    style.level = lowered.back() - '0';
  }
  return style;
}

std::string tidy_lines(std::string_view text) {
  std::string cleaned(text);
  lines::clean_lines(cleaned);
  std::string tidy;
  tidy.reserve(cleaned.size());
  char gap = '\0';
  for (const char c : cleaned) {
    if (ascii::is_space(c)) {
      gap = c == '\n' || gap == '\n' ? '\n' : ' ';
      continue;
    }
    if (gap != '\0' && !tidy.empty()) {
      tidy += gap;
    }
    gap = '\0';
    tidy += c;
  }
  return tidy;
}

bool Flow::is_blank() const {
  return ascii::trimmed(levels_.back().open).empty();
}

void Flow::end_paragraph(const Style& style) {
  Level& level = levels_.back();
  std::string text = tidy_lines(std::exchange(level.open, {}));
  if (!text.empty()) {
    level.done.push_back({std::move(text), style});
  }
  move_into(level.done, std::exchange(level.behind, {}));
}

void Flow::begin_frame() {
  levels_.emplace_back();
}

std::vector<Paragraph> Flow::take_level() {
  end_paragraph({});
  std::vector<Paragraph> paragraphs = std::move(levels_.back().done);
  if (levels_.size() > 1) {
    levels_.pop_back();
  } else {
    levels_.back() = {};
  }
  return paragraphs;
}

void Flow::end_frame() {
  if (levels_.size() > 1) {
    std::vector<Paragraph> frame = take_level();
    move_into(levels_.back().behind, std::move(frame));
  }
}

void Flow::begin_table() {
  end_paragraph({});
  tables_.emplace_back();
}

void Flow::begin_cell() {
  if (!tables_.empty()) {
    ++tables_.back().cells_open;
    levels_.emplace_back();
  }
}

void Flow::end_cell() {
  if (!tables_.empty() && tables_.back().cells_open > 0 && levels_.size() > 1) {
    --tables_.back().cells_open;
    tables_.back().row.push_back(take_level());
  }
}

void Flow::end_row() {
  if (tables_.empty()) {
    return;
  }
  Table& table = tables_.back();
  auto row = std::exchange(table.row, {});
  if (!is_line(row)) {
    end_lines(table);
    for (std::vector<Paragraph>& cell : row) {
      move_into(levels_.back().done, std::move(cell));
    }
    return;
  }
  std::string line;
  for (std::vector<Paragraph>& cell : row) {
    if (!cell.empty()) {
      std::replace(cell[0].text.begin(), cell[0].text.end(), '\n', ' ');
      line += (line.empty() ? "" : " ") + cell[0].text;
    }
  }
  if (!line.empty()) {
    table.lines += (table.lines.empty() ? "" : "\n") + line;
  }
}

void Flow::end_lines(Table& table) {
  if (!table.lines.empty()) {
    levels_.back().done.push_back({std::exchange(table.lines, {}), {}});
  }
}

void Flow::end_table() {
  if (tables_.empty()) {
    return;
  }
  while (tables_.back().cells_open > 0) {
    end_cell();
  }
  end_row();
  end_lines(tables_.back());
  tables_.pop_back();
}

std::vector<Paragraph> Flow::take() {
  while (!tables_.empty()) {
    end_table();
  }
  while (levels_.size() > 1) {
    end_frame();
  }
  return take_level();
}

}  // namespace nutgraf::read::office
