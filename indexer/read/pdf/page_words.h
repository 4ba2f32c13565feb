// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// What a page of a PDF shows.
namespace nutgraf::read::pdf {

/// In points; y grows downwards.
struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
};

/// Where a text runs to.
enum class Direction : std::uint8_t { Rightward, Downward, Leftward, Upward };

enum class Weight : std::uint8_t { Plain, Bold };

enum class Slant : std::uint8_t { Upright, Italic };

struct Word {
  std::string text;  // UTF-8
  Box box;
  double size = 0;  // of the font, in points
  bool space_after = false;
  Direction direction = Direction::Rightward;
  std::vector<double> widths = {};  // of its characters; only of words that may hold ligatures
  Weight weight = Weight::Plain;
  Slant slant = Slant::Upright;
};

/// Words in reading order: columns one after the other.
struct PageWords {
  std::vector<Word> words;
  double width = 0;
  double height = 0;
  std::string label;             // as printed: "12", "iv"; mostly empty
  bool has_turned_text = false;  // up the margin, across the page: not among the words, but it confuses their order
};

}  // namespace nutgraf::read::pdf
