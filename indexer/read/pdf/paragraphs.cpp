// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/paragraphs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
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

bool are_close(double a, double b, double difference) {
  return std::abs(a - b) <= difference * std::max(a, b);
}

bool same_size(double a, double b) {
  return are_close(a, b, 0.1);
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

/// Whether a line ends in the middle of a sentence with a word that is no address.
bool ends_with_word(std::string_view line) {
  line = ascii::trimmed(line);
  const std::string_view word = line.substr(line.rfind(' ') + 1);
  const bool sign = word.empty() || (ascii::is_ascii(word.back()) && !ascii::is_letter(word.back()) &&
                                     word.back() != ',' && word.back() != '-');
  return !sign && word.find('/') == std::string_view::npos && !word.starts_with("www.");
}

/// "Table 6. Sequence", "Figure 3: the structure".
bool begins_caption(std::string_view line) {
  const std::size_t number = std::min(line.find(' '), line.size() - 1) + 1;
  const std::size_t end = std::min(line.find_first_not_of("0123456789", number), line.size());
  const std::string_view behind = line.substr(std::min(line.find_first_not_of(' ', end), line.size()));
  return end > number && (behind.empty() || std::string_view(".:(|").find(behind[0]) != std::string_view::npos);
}

/// Whether the last of several lines reaches as far as the others.
bool fills_its_lines(const Piece& piece) {
  constexpr std::size_t kFew = 3;
  constexpr double kShort = 0.03;  // of the width
  double begin = begin_of(*piece.lines.front());
  double end = end_of(*piece.lines.front());
  for (const Line* line : piece.lines) {
    begin = std::min(begin, begin_of(*line));
    end = std::max(end, end_of(*line));
  }
  return piece.lines.size() >= kFew && end - end_of(*piece.lines.back()) < kShort * (end - begin);
}

bool begins_word(std::string_view text) {
  constexpr char32_t kFirstSign = 0x2000;
  constexpr char32_t kLastSign = 0x303F;
  if (text.empty() || ascii::is_ascii(text[0])) {
    return !text.empty() && ascii::is_letter(text[0]);
  }
  const char32_t code = utf8::decode(text, 0).code;
  return code < kFirstSign || code > kLastSign;
}

/// Whether a piece begins with a word, at the edge of its column.
bool begins_flush(const Piece& piece) {
  const Line& first = *piece.lines.front();
  return begins_word(first.text) && !begins_caption(first.text) &&
         (piece.lines.size() == 1 || begin_of(first) < begin_of(*piece.lines[1]) + 1);
}

/// A sentence that goes on in the next column.
bool goes_on(const Piece& piece, const Piece& next) {
  const Line& last = *piece.lines.back();
  const Line& first = *next.lines.front();
  return same_size(last.size, first.size) && lines::begins_lower(first.text) && !lines::may_end_paragraph(last.text);
}

/// Whether `between` is of other type than the text: a quotation out of it, a note under it, a caption.
bool is_set_apart(const Piece& between, const Piece& text) {
  const Line& first = *between.lines.front();
  return !same_size(first.size, text.lines.back()->size) || first.weight != text.lines.back()->weight;
}

/// What stands between the halves of a sentence.
enum class Between : std::uint8_t { Small, Large };

/// Whether a sentence goes on in the very same type, behind what is set apart from it. If that may be a headline, only
/// small letters say so; else it may also go on with a name, elsewhere on the page or on the next one.
bool goes_on_behind(const Piece& piece, const Piece& next, Between between) {
  constexpr double kDifference = 0.02;
  const Line& last = *piece.lines.back();
  const Line& first = *next.lines.front();
  const bool elsewhere = last.page != first.page || first.box.top < last.box.top;
  const bool small = piece.lines.size() > 1 && lines::begins_lower(first.text);
  const bool name = between == Between::Small && elsewhere && ends_with_word(last.text) && fills_its_lines(piece) &&
                    begins_flush(next);
  return are_close(last.size, first.size, kDifference) && last.weight == first.weight &&
         !lines::may_end_paragraph(last.text) && (small || name);
}

using PieceFromEnd = std::vector<Piece>::reverse_iterator;

/// The paragraph that `next` goes on with, behind which there is only what is set apart from it.
PieceFromEnd interrupted_by(std::vector<Piece>& pieces, const Piece& next) {
  constexpr std::ptrdiff_t kMost = 12;
  const auto end = pieces.rbegin() + std::min(kMost, std::ssize(pieces));
  const auto text = std::find_if(pieces.rbegin(), end, [&](const Piece& piece) { return !is_set_apart(piece, next); });
  const double size = next.lines.front()->size;
  const bool small =
      std::all_of(pieces.rbegin(), text, [&](const Piece& piece) { return piece.lines.front()->size < size; });
  if (text != end && goes_on_behind(*text, next, small ? Between::Small : Between::Large)) {
    return text;
  }
  return !pieces.empty() && goes_on(pieces.back(), next) ? pieces.rbegin() : pieces.rend();
}

/// A sentence goes on in the next column or on the next page, also behind what is set apart from the text, which is
/// then put behind the paragraph.
std::vector<Piece> joined(std::vector<Piece> pieces) {
  std::vector<Piece> whole;
  for (Piece& piece : pieces) {
    const PieceFromEnd text = interrupted_by(whole, piece);
    if (text != whole.rend()) {
      text->lines.insert(text->lines.end(), piece.lines.begin(), piece.lines.end());
    } else {
      whole.push_back(std::move(piece));
    }
  }
  return whole;
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

/// Whether the first line is not in the type of most text.
bool has_own_face(const Piece& piece, double body) {
  constexpr double kSame = 0.06;
  const Line& line = *piece.lines.front();
  return line.weight == Weight::Bold || line.slant == Slant::Italic || !are_close(line.size, body, kSame);
}

}  // namespace

Layout paragraphs_of(const std::vector<Page>& pages) {
  constexpr double kHeading = 1.15;  // of the body's size
  constexpr std::size_t kLongestHeading = 300;
  const std::vector<Piece> pieces = joined(pieces_of(blocks_of(pages)));
  const LineJoints joints(pages);
  const double body = text_size(pages);
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
    types.push_back({size / body, large && piece.first_page ? Type::May::BeTitle : Type::May::BeNone,
                     has_own_face(piece, body) ? Type::Face::Own : Type::Face::Text});
    layout.paragraphs.push_back(std::move(paragraph));
  }
  name_title(layout, types);
  return layout;
}

}  // namespace nutgraf::read::pdf
