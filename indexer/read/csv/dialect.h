// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// How a table of lines is written, told from its content.
namespace nutgraf::read::csv {

enum class Quoting : std::uint8_t {
  Doubled,  // RFC 4180: a quote at the front of a cell opens it, "" is a quote in it
  Escaped,  // the same, and \" is a quote too
  None,     // quotes are characters like others, a line is a row
};

enum class LineEnd : std::uint8_t { Lf, Cr };  // CRLF is Lf

struct Dialect {
  char delimiter = ',';
  Quoting quoting = Quoting::Doubled;
  LineEnd line_end = LineEnd::Lf;
};

/// Stands for the delimiter of a table with one column.
inline constexpr char kNoDelimiter = '\x1F';

/// The beginning of a table; what is cut off at its end is no row.
struct Sample {
  std::string_view text;
  enum class Extent : std::uint8_t { Cut, Whole } extent;
};

/// As many bytes of a sample as tell enough.
inline constexpr std::size_t kSample = 1024UL * 1024;

/// Bytes of the line `sep=;` that Excel writes before a header; 0 where there is none.
[[nodiscard]] std::size_t separator_line(std::string_view text);

/// The delimiter and line ends of a table; `preferred` wins where the first row has it.
[[nodiscard]] Dialect tell_dialect(const Sample& sample, char preferred);

/// The line end under which most of `sample` is rows of `width` cells, for parts of joined files may have another than
/// the rows before; the dialect's in doubt.
[[nodiscard]] LineEnd tell_line_end(const Sample& sample, Dialect dialect, std::size_t width);

/// The quoting under which most of `sample` is rows of `width` cells with every quote in its place; Doubled in doubt.
[[nodiscard]] Quoting tell_quoting(const Sample& sample, Dialect dialect, std::size_t width);

}  // namespace nutgraf::read::csv
