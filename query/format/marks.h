// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "query/view/hit.h"

/// A passage cut at its highlights, for formats that show it to people.
namespace nutgraf::format {

struct Segment {
  std::string_view text;  // of the text that was cut
  bool marked = false;
};

/// The segments of `text`, which together are all of it. Highlights separated only by spaces and hyphens are one mark;
/// those outside the text are dropped.
[[nodiscard]] std::vector<Segment> segments(std::string_view text, std::span<const view::CodePoints> highlights);

/// Code points of a UTF-8 text.
[[nodiscard]] std::uint32_t length_of(std::string_view text);

/// A passage as shown below its title: without the paragraph that repeats the title in passage 0.
struct Body {
  std::string_view text;                     // of hit.text
  std::vector<view::CodePoints> highlights;  // in `text`
};
[[nodiscard]] Body body_of(const view::Hit& hit);

/// The paragraphs of `text` (separated by blank lines), with their highlights.
[[nodiscard]] std::vector<Body> paragraphs(const Body& body);

}  // namespace nutgraf::format
