// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/csv/dialect.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/ascii.h"
#include "indexer/read/csv/row_scan.h"

namespace nutgraf::read::csv {
namespace {

struct Fit {
  std::size_t bytes = 0;  // of rows that are as they should be
  std::size_t width = 0;  // cells of a row
};

/// Whether a cell stands in quotes, which hardly any does where these mean nothing.
bool has_wrapped_cell(std::string_view text, const RowScan& row) {
  return std::ranges::any_of(row.cells(), [text](const Cell& cell) {
    return cell.size > 1 && text[cell.begin] == '"' && text[cell.begin + cell.size - 1] == '"';
  });
}

/// `width` 0: that of the first row.
Fit fit_of(const Sample& sample, const Dialect& dialect, std::size_t width) {
  Fit fit{0, width};
  std::string_view text = sample.text;
  const auto rest = sample.extent == Sample::Extent::Cut ? RowScan::Rest::Follows : RowScan::Rest::None;
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
    RowScan row(dialect);
    if (text.empty() || !row.scan(text, rest)) {
      return fit;
    }
    fit.width = fit.width == 0 ? row.cells().size() : fit.width;
    const bool good = row.cells().size() == fit.width && row.strays() == 0 && !row.is_open() &&
                      (dialect.quoting != Quoting::None || !has_wrapped_cell(text, row));
    fit.bytes += good ? row.size() : 0;
    text.remove_prefix(good ? row.size() : bad_length(text, row, dialect.line_end));
  }
}

Fit best_fit(const Sample& sample, Dialect dialect) {
  dialect.quoting = Quoting::Doubled;
  const Fit quoted = fit_of(sample, dialect, 0);
  dialect.quoting = Quoting::None;
  const Fit plain = fit_of(sample, dialect, 0);
  return plain.bytes > quoted.bytes ? plain : quoted;
}

/// Where the first line of `text` ends, of which quoted cells may have more.
std::size_t end_of_first_line(std::string_view text) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins_cell = i == 0 || std::string_view(",;\t|").find(text[i - 1]) != std::string_view::npos;
    if (text[i] == '"' && (quoted || begins_cell)) {
      quoted = !quoted;
    } else if (!quoted && (text[i] == '\r' || text[i] == '\n')) {
      return i;
    }
  }
  return text.find_first_of("\r\n");
}

/// What ends the header ends the rows.
LineEnd line_end_of(std::string_view text) {
  const std::string_view rest = text.substr(std::min(end_of_first_line(text), text.size()));
  const std::size_t behind = rest.find_first_not_of('\r');
  const bool lf = behind != std::string_view::npos && rest[behind] == '\n';
  return rest.starts_with('\r') && !lf ? LineEnd::Cr : LineEnd::Lf;
}

std::string_view first_line(std::string_view text) {
  return text.substr(0, text.find_first_of("\r\n"));
}

}  // namespace

std::size_t separator_line(std::string_view text) {
  const std::string_view line = first_line(text);
  constexpr std::size_t kLength = 5;
  if (line.size() != kLength || ascii::lowered(line.substr(0, 4)) != "sep=") {
    return 0;
  }
  const std::string_view end = text.substr(kLength);
  return kLength + (end.starts_with("\r\n") ? 2 : end.empty() ? 0 : 1);
}

Dialect tell_dialect(const Sample& sample, char preferred) {
  constexpr auto kDelimiters = std::to_array({',', ';', '\t', '|'});
  Dialect dialect;
  const std::size_t begin = std::min(sample.text.find_first_not_of("\r\n"), sample.text.size());
  const std::string_view header = first_line(sample.text.substr(begin));
  dialect.line_end = line_end_of(sample.text.substr(begin));
  dialect.delimiter = preferred;
  if (header.find(preferred) != std::string_view::npos) {
    return dialect;
  }
  Fit best;
  dialect.delimiter = kNoDelimiter;
  for (const char delimiter : kDelimiters) {
    Dialect candidate = dialect;
    candidate.delimiter = delimiter;
    const Fit fit = header.find(delimiter) == std::string_view::npos ? Fit{} : best_fit(sample, candidate);
    if (fit.width > 1 && (fit.bytes > best.bytes || (fit.bytes == best.bytes && fit.width > best.width))) {
      best = fit;
      dialect.delimiter = delimiter;
    }
  }
  return dialect;
}

LineEnd tell_line_end(const Sample& sample, Dialect dialect, std::size_t width) {
  const LineEnd own = dialect.line_end;
  const std::size_t bytes = fit_of(sample, dialect, width).bytes;
  dialect.line_end = own == LineEnd::Cr ? LineEnd::Lf : LineEnd::Cr;
  return fit_of(sample, dialect, width).bytes > bytes ? dialect.line_end : own;
}

Quoting tell_quoting(const Sample& sample, Dialect dialect, std::size_t width) {
  Quoting best = Quoting::Doubled;
  std::optional<std::size_t> most;
  for (const Quoting quoting : {Quoting::Doubled, Quoting::Escaped, Quoting::None}) {
    dialect.quoting = quoting;
    const std::size_t bytes = fit_of(sample, dialect, width).bytes;
    if (!most || bytes > *most) {
      most = bytes;
      best = quoting;
    }
  }
  return best;
}

}  // namespace nutgraf::read::csv
