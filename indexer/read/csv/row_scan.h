// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/csv/dialect.h"

namespace nutgraf::read::csv {

/// Where a cell is in its row, quotes included.
struct Cell {
  std::size_t begin = 0;
  std::size_t size = 0;
  bool quoted = false;
};

/// The cells of one row, found while its text arrives. (scan* until it answers true)
class RowScan {
 public:
  enum class Rest : std::uint8_t { Follows, None };

  explicit RowScan(const Dialect& dialect) : dialect_(dialect) {}

  /// `text` begins with the row and is longer than at the last call. True where the row has ended.
  [[nodiscard]] bool scan(std::string_view text, Rest rest);

  [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }
  [[nodiscard]] std::size_t size() const { return at_; }  // with its line end
  [[nodiscard]] bool is_open() const { return state_ == State::Quoted; }
  [[nodiscard]] std::size_t opened_at() const { return opened_at_; }  // of the last quoted cell
  [[nodiscard]] bool has_quoted_cell() const { return has_quoted_cell_; }
  /// Quoted cells that go on behind their closing quote.
  [[nodiscard]] std::size_t strays() const { return strays_; }

 private:
  enum class State : std::uint8_t { CellStart, Plain, Quoted };

  void open(char first);
  /// False where more text is needed.
  bool skip_quoted(std::string_view text, Rest rest);
  bool skip_plain(std::string_view text);
  void end_cell(std::size_t end);
  bool end_text(std::string_view text);
  void end_row(std::string_view text);

  Dialect dialect_;
  State state_ = State::CellStart;
  std::vector<Cell> cells_;
  Cell cell_;
  std::size_t at_ = 0;
  std::size_t opened_at_ = 0;
  std::size_t strays_ = 0;
  bool has_quoted_cell_ = false;
};

/// Whether a quote made one row of several lines and yet its cell does not end there, or nothing closes it: then it was
/// no opening quote, and the lines are rows of their own. `text` begins with the row.
[[nodiscard]] bool is_misquoted(std::string_view text, const RowScan& scan, LineEnd line_end);

/// Bytes of `text` to pass over where its first row is bad: all of the row, or of a misquoted one the lines up to the
/// one where the quote opened.
[[nodiscard]] std::size_t bad_length(std::string_view text, const RowScan& scan, LineEnd line_end);

/// What a cell of `row` says.
[[nodiscard]] std::string cell_text(std::string_view row, const Cell& cell, Quoting quoting);

}  // namespace nutgraf::read::csv
