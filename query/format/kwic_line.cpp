// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/format/kwic_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/text/display_width.h"
#include "query/view/one_line.h"

namespace nutgraf::format {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::string blanks(std::size_t columns, std::string_view beside) {
  std::string filled(columns - std::min(columns, display_width(beside)), ' ');
  return filled;
}

enum class Direction : std::uint8_t { LeftToRight, Mixed };

std::string cell_of(std::string_view text, Direction direction) {
  return direction == Direction::Mixed ? view::isolated(text) : std::string(text);
}

// The end of an id says more than its beginning.
std::string shortened(const std::string& name, std::size_t columns) {
  return display_width(name) <= columns ? name : "…" + std::string(view::last_columns(name, columns - 1));
}

// The space between node and context, where the text has one.
std::string_view gap_after(std::string_view text) {
  return !text.empty() && text.front() == ' ' ? " " : "";
}

std::string_view gap_before(std::string_view text) {
  return !text.empty() && text.back() == ' ' ? " " : "";
}

}  // namespace

std::string kwic_line(const Row& row, const FormatOptions& options) {
  const auto part = [&](const char* key) { return without_controls(row.at(key).get<std::string>()); };
  const std::string left = part("left");
  const std::string node = part("node");
  const std::string right = part("right");
  const std::string name =
      shortened(fmt::format("{}#{}", part("id"), row.at("passage").get<std::uint64_t>()), options.width / 4);
  const Direction direction = view::has_right_to_left(left + node + right) ? Direction::Mixed : Direction::LeftToRight;
  const std::size_t room = options.width - std::min(options.width, display_width(name) + 2);
  const std::size_t half = std::max<std::size_t>(room / 2, 16);
  const std::string_view before = view::last_columns(trimmed(left), half - 1);
  const bool colours = options.marks == Marks::Terminal;
  const std::string marked = cell_of(node, direction);
  const std::string shown = colours ? fmt::format("\033[1;31m{}\033[0m", marked) : fmt::format("*{}*", marked);
  const std::size_t taken = display_width(node) + (colours ? 0 : 2) + gap_after(right).size();
  const std::size_t rest = half - std::min(half, taken);
  const std::string_view after = view::first_columns(trimmed(right), rest);
  const std::string pad = blanks(half - gap_before(left).size(), before);
  return fmt::format("{}{}{}{}{}{}{}  {}\n", pad, cell_of(before, direction), gap_before(left), shown, gap_after(right),
                     cell_of(after, direction), blanks(rest, after), name);
}

}  // namespace nutgraf::format
