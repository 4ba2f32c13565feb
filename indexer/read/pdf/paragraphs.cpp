// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/paragraphs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/page_marks.h"
#include "indexer/read/lines/line_signs.h"
#include "indexer/read/pdf/headline.h"
#include "indexer/read/pdf/line_joints.h"
#include "indexer/read/pdf/logical_order.h"

namespace nutgraf::read::pdf {
namespace {

/// Lines under each other in one column and one size of type. Places along a line are measured in its direction.
struct Block {
  std::vector<const Line*> lines;
  double begin = 0;
  double end = 0;
  bool first_page = false;
};

double begin_of(const Line& line) {
  return runs_leftward(line.text) ? -line.box.right : line.box.left;
}

double end_of(const Line& line) {
  return runs_leftward(line.text) ? -line.box.left : line.box.right;
}

struct Piece {
  std::vector<const Line*> lines;
  bool first_page = false;
};

bool same_size(double a, double b) {
  constexpr double kDifference = 0.1;
  return std::abs(a - b) <= kDifference * std::max(a, b);
}

/// Whether `line` is the next line of the same block.
bool follows(const Line& above, const Line& line) {
  constexpr double kGap = 1.05;  // of the size: blank space between lines of a paragraph
  const double gap = line.box.top - above.box.bottom;
  const double size = std::min(above.size, line.size);
  const bool beside = line.box.left < above.box.right && line.box.right > above.box.left;
  return beside && line.box.top > above.box.top && gap < kGap * size && same_size(above.size, line.size);
}

std::vector<Block> blocks_of(const std::vector<Page>& pages) {
  std::vector<Block> blocks;
  for (const Page& page : pages) {
    const Line* above = nullptr;
    for (const Line& line : page.lines) {
      if (above == nullptr || !follows(*above, line)) {
        blocks.push_back({{}, begin_of(line), end_of(line), &page == &pages.front()});
      }
      Block& block = blocks.back();
      block.lines.push_back(&line);
      block.begin = std::min(block.begin, begin_of(line));
      block.end = std::max(block.end, end_of(line));
      above = &line;
    }
  }
  return blocks;
}

/// The distance of lines that most lines of a block have.
double usual_leading(const Block& block) {
  std::vector<double> steps;
  for (std::size_t i = 1; i < block.lines.size(); ++i) {
    steps.push_back(block.lines[i]->box.top - block.lines[i - 1]->box.top);
  }
  std::ranges::sort(steps);
  return steps.empty() ? 0 : steps[steps.size() / 2];
}

/// Whether line `at` of a block is a subhead in bold, or the first line below one. A text may also begin in bold.
bool changes_weight(const Block& block, std::size_t at) {
  constexpr double kShort = 0.12;  // of the column's width
  const Line& above = *block.lines[at - 1];
  const Line& line = *block.lines[at];
  if (above.weight == line.weight) {
    return false;
  }
  const bool short_line = block.end - end_of(above) > kShort * (block.end - block.begin);
  return line.weight == Weight::Bold ? lines::may_end_paragraph(above.text)
                                     : short_line && !lines::begins_lower(line.text);
}

/// Whether a paragraph begins with line `at` of a block.
bool begins_paragraph(const Block& block, std::size_t at, double leading) {
  constexpr double kGap = 1.25;    // of the usual distance
  constexpr double kIndent = 0.7;  // of the size
  constexpr double kShort = 0.12;  // of the column's width
  const Line& above = *block.lines[at - 1];
  const Line& line = *block.lines[at];
  if (line.box.top - above.box.top > kGap * leading || changes_weight(block, at)) {
    return true;
  }
  const double begin = begin_of(line);
  const bool below_is_flush = at + 1 == block.lines.size() || begin_of(*block.lines[at + 1]) < begin - 1;
  const bool indented = begin - block.begin > kIndent * line.size && begin_of(above) < begin - kIndent * line.size / 2;
  const bool short_line = block.end - end_of(above) > kShort * (block.end - block.begin);
  return (indented && below_is_flush) ||
         (short_line && lines::may_end_paragraph(above.text) && !lines::begins_lower(line.text));
}

std::vector<Piece> pieces_of(const std::vector<Block>& blocks) {
  std::vector<Piece> pieces;
  for (const Block& block : blocks) {
    const double leading = usual_leading(block);
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
      if (i == 0 || begins_paragraph(block, i, leading)) {
        pieces.push_back({{}, block.first_page});
      }
      pieces.back().lines.push_back(block.lines[i]);
    }
  }
  return pieces;
}

/// A sentence that goes on in the next column.
bool goes_on(const Piece& piece, const Piece& next) {
  const Line& last = *piece.lines.back();
  const Line& first = *next.lines.front();
  return same_size(last.size, first.size) && lines::begins_lower(first.text) && !lines::may_end_paragraph(last.text);
}

std::vector<Piece> joined(std::vector<Piece> pieces) {
  std::vector<Piece> whole;
  for (Piece& piece : pieces) {
    if (!whole.empty() && goes_on(whole.back(), piece)) {
      whole.back().lines.insert(whole.back().lines.end(), piece.lines.begin(), piece.lines.end());
    } else {
      whole.push_back(std::move(piece));
    }
  }
  return whole;
}

/// The size that most of the text has.
double body_size(const std::vector<Page>& pages) {
  std::map<long, std::size_t> bytes;  // by half points
  for (const Page& page : pages) {
    for (const Line& line : page.lines) {
      bytes[std::lround(2 * line.size)] += line.text.size();
    }
  }
  const auto most = std::ranges::max_element(bytes, {}, [](const auto& entry) { return entry.second; });
  return most == bytes.end() ? 0 : static_cast<double>(most->first) / 2;
}

bool ends_with_hyphen(std::string_view text) {
  constexpr std::array<std::string_view, 3> kHyphens = {"-", "\u2010", "\u00AD"};
  return std::ranges::any_of(kHyphens, [&](std::string_view hyphen) { return text.ends_with(hyphen); });
}

/// Its lines put together, with marks where it goes on on another page. A word that was cut is of the page on which it
/// begins.
std::string text_of(const Piece& piece, const LineJoints& joints) {
  std::string text;
  std::uint32_t page = piece.lines.front()->page;
  for (const Line* line : piece.lines) {
    const bool in_word = ends_with_hyphen(text);
    joints.append(text, line->text);
    if (line->page != page) {
      page = line->page;
      const std::size_t begin = text.size() - ascii::trimmed(line->text).size();
      insert_page_mark(text, in_word ? std::min(text.find(' ', begin), text.size()) : begin, page);
    }
  }
  return office::tidy_lines(text);
}

double largest_size(const Piece& piece) {
  double size = 0;
  for (const Line* line : piece.lines) {
    size = std::max(size, line->size);
  }
  return size;
}

}  // namespace

Layout paragraphs_of(const std::vector<Page>& pages) {
  constexpr double kHeading = 1.15;  // of the body's size
  constexpr std::size_t kLongestHeading = 300;
  const std::vector<Piece> pieces = joined(pieces_of(blocks_of(pages)));
  const LineJoints joints(pages);
  const double body = body_size(pages);
  Layout layout;
  std::vector<Type> types;
  for (const Piece& piece : pieces) {
    office::Paragraph paragraph;
    paragraph.page = piece.lines.front()->page;
    paragraph.text = text_of(piece, joints);
    if (paragraph.text.empty()) {
      continue;
    }
    const double size = largest_size(piece);
    const bool large = size > kHeading * body && paragraph.text.size() <= kLongestHeading;
    paragraph.style.role = large ? office::Role::Heading : office::Role::Body;
    types.push_back({size / body, large && piece.first_page ? Type::May::BeTitle : Type::May::BeNone});
    layout.paragraphs.push_back(std::move(paragraph));
  }
  name_title(layout, types);
  return layout;
}

}  // namespace nutgraf::read::pdf
