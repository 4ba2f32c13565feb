// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/csv/row_scan.h"

#include <algorithm>

namespace nutgraf::read::csv {
namespace {

/// Behind the line end at or after `from`.
std::size_t next_line(std::string_view text, std::size_t from, LineEnd line_end) {
  const std::size_t end = text.find(line_end == LineEnd::Cr ? '\r' : '\n', from);
  return end == std::string_view::npos ? text.size() : end + 1;
}

}  // namespace

bool RowScan::scan(std::string_view text, Rest rest) {
  while (at_ < text.size()) {
    if (state_ == State::CellStart) {
      open(text[at_]);
    } else if (state_ == State::Plain && skip_plain(text)) {
      return true;
    } else if (state_ == State::Quoted && !skip_quoted(text, rest)) {
      return false;
    }
  }
  return rest == Rest::None && end_text(text);
}

/// A cell that begins with `first`.
void RowScan::open(char first) {
  cell_ = Cell{at_, 0, dialect_.quoting != Quoting::None && first == '"'};
  state_ = cell_.quoted ? State::Quoted : State::Plain;
  if (cell_.quoted) {
    has_quoted_cell_ = true;
    opened_at_ = at_;
    ++at_;
  }
}

/// Nothing follows: the row ends, if only with an empty cell.
bool RowScan::end_text(std::string_view text) {
  if (state_ == State::CellStart) {
    cell_ = Cell{at_, 0, false};
  }
  end_row(text);
  return true;
}

bool RowScan::skip_quoted(std::string_view text, Rest rest) {
  at_ = dialect_.quoting == Quoting::Escaped ? text.find_first_of("\"\\", at_) : text.find('"', at_);
  if (at_ == std::string_view::npos) {
    at_ = text.size();
    return true;
  }
  if (at_ + 1 == text.size() && rest == Rest::Follows) {
    return false;
  }
  const char next = at_ + 1 < text.size() ? text[at_ + 1] : '\n';
  if (text[at_] == '\\' || next == '"') {
    at_ = std::min(at_ + 2, text.size());
    return true;
  }
  strays_ += next == dialect_.delimiter || next == '\n' || next == '\r' ? 0U : 1U;
  state_ = State::Plain;
  ++at_;
  return true;
}

bool RowScan::skip_plain(std::string_view text) {
  const char line_end = dialect_.line_end == LineEnd::Cr ? '\r' : '\n';
  while (at_ < text.size() && text[at_] != dialect_.delimiter && text[at_] != line_end) {
    ++at_;
  }
  if (at_ == text.size()) {
    return false;
  }
  if (text[at_] == dialect_.delimiter) {
    end_cell(at_);
    state_ = State::CellStart;
    ++at_;
    return false;
  }
  end_row(text);
  ++at_;
  return true;
}

void RowScan::end_row(std::string_view text) {
  const bool carriage_return = at_ > cell_.begin && text[at_ - 1] == '\r' && state_ != State::Quoted;
  end_cell(carriage_return ? at_ - 1 : at_);
}

void RowScan::end_cell(std::size_t end) {
  cell_.size = end - cell_.begin;
  cells_.push_back(cell_);
}

bool is_misquoted(std::string_view text, const RowScan& scan, LineEnd line_end) {
  return scan.is_open() || (scan.strays() > 0 && next_line(text, 0, line_end) < scan.size());
}

std::size_t bad_length(std::string_view text, const RowScan& scan, LineEnd line_end) {
  if (!is_misquoted(text, scan, line_end)) {
    return scan.size();
  }
  return std::min(next_line(text, scan.is_open() ? scan.opened_at() : 0, line_end), text.size());
}

std::string cell_text(std::string_view row, const Cell& cell, Quoting quoting) {
  std::string_view raw = row.substr(cell.begin, cell.size);
  if (!cell.quoted) {
    return std::string(raw);
  }
  std::string text;
  raw.remove_prefix(1);
  while (!raw.empty()) {
    const bool escape = quoting == Quoting::Escaped && raw.size() > 1 && raw[0] == '\\';
    const bool doubled = raw.starts_with("\"\"");
    if (escape || doubled) {
      text += raw[1] == '"' || raw[1] == '\\' ? std::string_view() : raw.substr(0, 1);
      text += raw[1];
      raw.remove_prefix(2);
    } else if (raw[0] == '"') {
      return text.append(raw.substr(1));
    } else {
      text += raw[0];
      raw.remove_prefix(1);
    }
  }
  return text;
}

}  // namespace nutgraf::read::csv
