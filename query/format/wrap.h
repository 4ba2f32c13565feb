// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "query/format/format.h"
#include "query/format/marks.h"

/// Marked text as lines of a terminal.
namespace nutgraf::format {

/// What goes before and after a mark, and whether that takes room on the line.
struct MarkStyle {
  std::string_view open;
  std::string_view close;
  std::size_t columns = 0;    // of each of them
  bool ends_at_line = false;  // closed and opened again where a mark runs over a line's end
};

/// How a mark looks on a terminal, or in plain text.
[[nodiscard]] MarkStyle text_marks(Marks marks);

struct Paper {
  std::size_t width = 80;
  std::string indent;
};

/// Lines of at most `paper.width` columns, each after the indent and ended by a line feed. White space is collapsed; a
/// word longer than a line is cut between characters, and text in wide characters anywhere.
[[nodiscard]] std::string wrap(std::span<const Segment> segments, const MarkStyle& style, const Paper& paper);

}  // namespace nutgraf::format
