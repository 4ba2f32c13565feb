// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/format/wrap.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/base/utf8.h"
#include "core/text/display_width.h"
#include "core/text/unicode.h"

namespace nutgraf::format {
namespace {

constexpr std::size_t kNarrowest = 20;

struct Glyph {
  std::string_view bytes;
  std::size_t columns = 0;  // with the marks that it carries
  bool blank = false;
  bool wide = false;
  bool marked = false;
  bool opens = false;
  bool closes = false;
};

void add_glyph(std::vector<Glyph>& glyphs, std::string_view bytes, char32_t code, bool marked) {
  if (unicode::is_space(code) || is_control(code)) {
    if (!glyphs.empty() && !glyphs.back().blank) {
      glyphs.push_back({" ", 1, true, false, marked, false, false});
    }
    return;
  }
  if (unicode::reorders_text(code)) {
    return;
  }
  const std::size_t columns = unicode::display_width(code);
  glyphs.push_back({code == utf8::kReplacement ? utf8::kReplacementBytes : bytes, columns, false, columns == 2, marked,
                    false, false});
}

std::vector<Glyph> glyphs_of(std::span<const Segment> segments, const MarkStyle& style) {
  std::vector<Glyph> glyphs;
  for (const Segment& segment : segments) {
    const std::size_t first = glyphs.size();
    for (std::size_t byte = 0; byte < segment.text.size();) {
      const utf8::Decoded character = utf8::decode(segment.text, byte);
      add_glyph(glyphs, segment.text.substr(byte, character.size), character.code, segment.marked);
      byte += character.size;
    }
    if (segment.marked && glyphs.size() > first) {
      glyphs[first].opens = true;
      glyphs[first].columns += style.columns;
      glyphs.back().closes = true;
      glyphs.back().columns += style.columns;
    }
  }
  return glyphs;
}

// May a line end before glyph `i`? Spaces are handled elsewhere.
bool may_break_before(const std::vector<Glyph>& glyphs, std::size_t i) {
  return glyphs[i].columns > 0 && (glyphs[i].wide || glyphs[i - 1].wide);
}

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t next = 0;  // where the following line begins
};

// The longest line from `begin` that fits; at least one glyph.
Line line_from(const std::vector<Glyph>& glyphs, std::size_t begin, std::size_t room) {
  Line best{begin, begin, begin};
  std::size_t columns = 0;
  std::size_t i = begin;
  for (; i < glyphs.size(); ++i) {
    if (glyphs[i].blank) {
      best = {begin, i, i + 1};
    } else if (i > begin && may_break_before(glyphs, i)) {
      best = {begin, i, i};
    }
    columns += glyphs[i].columns;
    if (columns > room && i > begin) {
      return best.end > begin ? best : Line{begin, i, i};
    }
  }
  return {begin, i, i};
}

std::string draw(std::span<const Glyph> line, const MarkStyle& style) {
  std::string out;
  if (style.ends_at_line && line.front().marked && !line.front().opens) {
    out += style.open;
  }
  for (const Glyph& glyph : line) {
    if (glyph.opens) {
      out += style.open;
    }
    out += glyph.bytes;
    if (glyph.closes) {
      out += style.close;
    }
  }
  if (style.ends_at_line && line.back().marked && !line.back().closes) {
    out += style.close;
  }
  return out;
}

}  // namespace

MarkStyle text_marks(Marks marks) {
  return marks == Marks::Terminal ? MarkStyle{"\033[1;31m", "\033[0m", 0, true} : MarkStyle{"*", "*", 1, false};
}

std::string wrap(std::span<const Segment> segments, const MarkStyle& style, const Paper& paper) {
  std::vector<Glyph> glyphs = glyphs_of(segments, style);
  if (!glyphs.empty() && glyphs.back().blank && !glyphs.back().marked) {
    glyphs.pop_back();
  }
  const std::size_t room = std::max(paper.width, paper.indent.size() + kNarrowest) - paper.indent.size();
  std::string out;
  for (std::size_t begin = 0; begin < glyphs.size();) {
    const Line line = line_from(glyphs, begin, room);
    if (line.end > line.begin) {
      out += paper.indent + draw(std::span(glyphs).subspan(line.begin, line.end - line.begin), style) + '\n';
    }
    begin = line.next;
  }
  return out;
}

}  // namespace nutgraf::format
