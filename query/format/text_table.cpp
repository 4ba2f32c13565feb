// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/format/text_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/text/display_width.h"
#include "query/format/captions.h"
#include "query/format/hit_row.h"
#include "query/view/keyness.h"
#include "query/view/one_line.h"

namespace nutgraf::format {
namespace {

std::string table_cell(const Row& value) {
  if (value.is_null()) {
    return "-";
  }
  if (value.is_number_unsigned()) {
    return fmt::format("{}", fmt::group_digits(value.get<std::uint64_t>()));
  }
  if (value.is_number_float()) {
    return fmt::format("{:.2f}", value.get<double>());
  }
  return view::one_line(without_controls(value.is_string() ? value.get<std::string>() : to_json(value)));
}

enum class Align : std::uint8_t { Left, Right };

std::string padded(const std::string& text, std::size_t room, Align align) {
  const std::string blanks(room - std::min(room, display_width(text)), ' ');
  return align == Align::Right ? blanks + text : text + blanks;
}

}  // namespace

double rounded_value(double value) {
  constexpr double kSteps = 1e6;
  return std::round(value * kSteps) / kSteps + 0.0;  // no -0
}

Row rate(std::uint64_t count, std::uint64_t tokens) {
  return tokens == 0 ? Row(nullptr) : Row(rounded_value(view::per_million(count, tokens)));
}

std::string text_table(const std::vector<std::string>& columns, std::span<const Row> rows) {
  std::vector<std::vector<std::string>> lines = {columns};
  std::vector<Align> aligns(columns.size(), Align::Left);
  for (const Row& row : rows) {
    std::vector<std::string>& line = lines.emplace_back();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Row& value = row.at(columns[i]);
      line.push_back(table_cell(value));
      aligns[i] = value.is_number() ? Align::Right : aligns[i];
    }
  }
  std::vector<std::size_t> widths(columns.size(), 0);
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(line[i]));
    }
  }
  std::string out;
  for (const auto& line : lines) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
      text += (i > 0 ? "  " : "") + padded(line[i], widths[i], aligns[i]);
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out += text + "\n";
  }
  return out;
}

}  // namespace nutgraf::format
