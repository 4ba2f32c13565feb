// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/csv/row_cutter.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/utf8.h"

namespace nutgraf::read::csv {
namespace {

/// The length of what stands before the first row of a text.
std::size_t blank_front(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size()) {
    const std::string_view rest = text.substr(length);
    const std::size_t size = rest[0] == '\n' || rest[0] == '\r'            ? 1U
                             : rest.starts_with(utf8::kByteOrderMarkBytes) ? 3U
                                                                           : 0U;
    if (size == 0) {
      break;
    }
    length += size;
  }
  return length;
}

/// Whether something in a row may be the end of one in another table.
bool has_other_line_end(std::string_view row, LineEnd line_end) {
  if (line_end == LineEnd::Cr) {
    return row.find('\n') != std::string_view::npos;
  }
  std::size_t at = row.find('\r');
  while (at != std::string_view::npos && row.substr(at).starts_with("\r\n")) {
    at = row.find('\r', at + 1);
  }
  return at != std::string_view::npos;
}

}  // namespace

std::optional<std::variant<Row, BadRow>> RowCutter::next() {
  if (!skip_blank_lines()) {
    return std::nullopt;
  }
  RowScan scan = scan_row();
  if (fault_of(scan) && has_other_line_end(window_.view().substr(0, scan.size()), dialect_.line_end) &&
      tell_line_end()) {
    scan = scan_row();
  }
  if (scan.has_quoted_cell() && !told_) {
    tell_quoting();
    scan = scan_row();
  }
  if (scan.cells().empty() && !scan.is_open()) {
    return pass_over_long_line();
  }
  if (auto fault = fault_of(scan)) {
    return pass_over(scan, std::move(*fault));
  }
  Row row{{}, line_, window_.offset()};
  const std::string_view text = window_.view().substr(0, scan.size());
  for (const Cell& cell : scan.cells()) {
    row.cells.push_back(cell_text(text, cell, dialect_.quoting));
  }
  take(scan.size());
  return row;
}

/// And the byte-order marks of joined files.
bool RowCutter::skip_blank_lines() {
  while (true) {
    take(blank_front(window_.view()));
    const bool cut = utf8::kByteOrderMarkBytes.starts_with(window_.view());  // nothing, or the first bytes of a mark
    if (!cut || !window_.more()) {
      return !window_.view().empty();
    }
  }
}

/// The row at the front of the window, which then holds it whole. Without cells where it is too long, and open where
/// that is for a quote.
RowScan RowCutter::scan_row() {
  RowScan scan(dialect_);
  while (!scan.scan(window_.view(), RowScan::Rest::Follows)) {
    if (window_.view().size() > kRowLimit) {
      return scan.is_open() ? scan : RowScan(dialect_);
    }
    if (!window_.more()) {
      static_cast<void>(scan.scan(window_.view(), RowScan::Rest::None));
      break;
    }
  }
  return scan;
}

/// Whether the rows from here on have another line end than those before.
bool RowCutter::tell_line_end() {
  constexpr std::size_t kEnough = 64UL * 1024;
  const LineEnd before = dialect_.line_end;
  dialect_.line_end = csv::tell_line_end(sample(kEnough), dialect_, width_);
  return dialect_.line_end != before;
}

void RowCutter::tell_quoting() {
  dialect_.quoting = csv::tell_quoting(sample(kSample), dialect_, width_);
  told_ = true;
}

/// What follows here.
Sample RowCutter::sample(std::size_t size) {
  bool more = true;
  while (more && window_.view().size() < size) {
    more = window_.more();
  }
  return {window_.view().substr(0, size), more ? Sample::Extent::Cut : Sample::Extent::Whole};
}

std::optional<std::string> RowCutter::fault_of(const RowScan& scan) const {
  if (scan.is_open()) {
    return fmt::format("the quote that opens in line {} is not closed", line_ + count_lines(scan.opened_at()));
  }
  if (is_misquoted(window_.view(), scan, dialect_.line_end)) {
    return "a quote in it is not closed at the end of its column";
  }
  const std::size_t count = scan.cells().size();
  if (width_ == 0 || count == width_) {
    return std::nullopt;
  }
  return fmt::format("it has {} {}, the header has {}", count, count == 1 ? "column" : "columns", width_);
}

BadRow RowCutter::pass_over(const RowScan& scan, std::string reason) {
  const std::size_t opened = scan.is_open() ? scan.opened_at() : 0;
  BadRow bad{line_ + count_lines(opened), window_.offset() + opened, std::move(reason)};
  take(bad_length(window_.view(), scan, dialect_.line_end));
  return bad;
}

BadRow RowCutter::pass_over_long_line() {
  BadRow bad{line_, window_.offset(), fmt::format("it is longer than {} MB", kRowLimit >> 20U)};
  while (true) {
    const std::string_view view = window_.view();
    const std::size_t end = view.find(dialect_.line_end == LineEnd::Cr ? '\r' : '\n');
    take(std::min(end, view.size() - 1) + 1);
    if (end < view.size() || !window_.more()) {
      return bad;
    }
  }
}

void RowCutter::take(std::size_t size) {
  line_ += count_lines(size);
  window_.drop(size);
}

std::uint64_t RowCutter::count_lines(std::size_t size) const {
  const std::string_view text = window_.view().substr(0, size);
  return static_cast<std::uint64_t>(std::ranges::count(text, dialect_.line_end == LineEnd::Cr ? '\r' : '\n'));
}

}  // namespace nutgraf::read::csv
