// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "indexer/read/csv/dialect.h"
#include "indexer/read/csv/row_scan.h"
#include "indexer/read/window.h"

namespace nutgraf::read::csv {

/// A longer row is passed over: most such are a quote that nothing closes.
inline constexpr std::size_t kRowLimit = 64UL * 1024 * 1024;

struct Row {
  std::vector<std::string> cells;
  std::uint64_t line = 0;    // its first, from 1
  std::uint64_t offset = 0;  // in the stream
};

struct BadRow {
  std::uint64_t line = 0;
  std::uint64_t offset = 0;
  std::string reason;
};

/// Cuts a table into rows as a stream. How its quotes are meant is told at the first cell that begins with one, from
/// what follows there.
class RowCutter {
 public:
  /// `first_line` is the number of the line that `text` begins with.
  RowCutter(ByteSource& text, const Dialect& dialect, std::uint64_t first_line)
      : window_(text), dialect_(dialect), line_(first_line) {}

  /// From now on rows of another number of cells are bad.
  void expect_width(std::size_t width) { width_ = width; }
  /// Nothing at the end. Blank lines are no rows.
  [[nodiscard]] std::optional<std::variant<Row, BadRow>> next();

 private:
  bool skip_blank_lines();
  RowScan scan_row();
  bool tell_line_end();
  void tell_quoting();
  [[nodiscard]] Sample sample(std::size_t size);
  [[nodiscard]] std::optional<std::string> fault_of(const RowScan& scan) const;
  BadRow pass_over(const RowScan& scan, std::string reason);
  BadRow pass_over_long_line();
  void take(std::size_t size);
  [[nodiscard]] std::uint64_t count_lines(std::size_t size) const;

  Window window_;
  Dialect dialect_;
  std::uint64_t line_;
  std::size_t width_ = 0;  // 0: any
  bool told_ = false;      // the quoting
};

}  // namespace nutgraf::read::csv
