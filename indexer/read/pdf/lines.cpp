// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/pdf/drop_caps.h"
#include "indexer/read/pdf/logical_order.h"

namespace nutgraf::read::pdf {
namespace {

double height(const Box& box) {
  return box.bottom - box.top;
}

/// The size that most of a page's text has.
double usual_size(const PageWords& page) {
  std::map<long, std::size_t> bytes;  // by half points
  for (const Word& word : page.words) {
    bytes[std::lround(2 * word.size)] += word.text.size();
  }
  const auto most = std::ranges::max_element(bytes, {}, [](const auto& entry) { return entry.second; });
  return most == bytes.end() ? 0 : static_cast<double>(most->first) / 2;
}

/// How far ahead of a line its next word may stand, in parts of the line's size: beyond is another column, or the
/// headline of another story.
double reach_of(const Line& line, const Word& word, double usual) {
  constexpr double kText = 5.0;
  constexpr double kHeadline = 1.5;
  constexpr double kOtherSize = 0.6;
  constexpr double kLarge = 1.5;       // of the usual size
  constexpr double kDifference = 1.2;  // of the smaller size
  if (line.size <= kLarge * usual) {
    return kText;
  }
  const bool same = std::max(line.size, word.size) < kDifference * std::min(line.size, word.size);
  return same ? kHeadline : kOtherSize;
}

/// Whether a word goes on in a line: most of its height is beside it, and it stands behind it.
bool continues(const Line& line, const Word& word, double usual) {
  constexpr double kBeside = 0.5;
  constexpr double kBack = 0.3;  // of the size: overhanging letters
  const double common = std::min(line.box.bottom, word.box.bottom) - std::max(line.box.top, word.box.top);
  const double gap = word.box.left - line.box.right;
  return common >= kBeside * std::min(height(line.box), height(word.box)) && gap > -kBack * line.size &&
         gap < reach_of(line, word, usual) * line.size;
}

void extend(Box& box, const Box& more) {
  box.left = std::min(box.left, more.left);
  box.top = std::min(box.top, more.top);
  box.right = std::max(box.right, more.right);
  box.bottom = std::max(box.bottom, more.bottom);
}

/// What is the same on all pages of a running head.
std::string key_of(const Line& line) {
  std::string key = fmt::format("{:.0f} ", line.size);  // a title above its running head is larger
  for (const char c : ascii::lowered(ascii::trimmed(line.text))) {
    if (!ascii::is_digit(c)) {
      key += c;
    } else if (!key.ends_with('#')) {
      key += '#';
    }
  }
  return key;
}

using Place = std::pair<std::string, long>;  // key, place on the page in steps

/// A page's lines in its margins: the first and the last ones from top to bottom.
std::vector<std::size_t> margin_lines(const Page& page) {
  constexpr std::size_t kLines = 3;
  constexpr double kMargin = 0.15;  // of the height
  std::vector<std::size_t> order(page.lines.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return page.lines[i].box.top; });
  std::vector<std::size_t> found;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const Box& box = page.lines[order[rank]].box;
    const bool above = rank < kLines && box.bottom < kMargin * page.height;
    const bool below = rank + kLines >= order.size() && box.top > (1 - kMargin) * page.height;
    if (above || below) {
      found.push_back(order[rank]);
    }
  }
  return found;
}

long step_of(const Page& page, const Line& line) {
  constexpr double kSteps = 60;
  return page.height > 0 ? std::lround(line.box.top / page.height * kSteps) : 0;
}

bool is_number_of(const std::string& text, const Page& page, std::size_t number) {
  const std::string_view plain = ascii::trimmed(text);
  return plain == std::to_string(number) || (!page.label.empty() && plain == page.label);
}

/// Whether a line is the raised number of a note or an affiliation at the beginning of `text`.
bool is_mark_of(const Line& mark, const Line& text) {
  constexpr std::size_t kMostDigits = 3;
  constexpr double kSmaller = 0.85;
  constexpr double kClose = 0.6;  // of the size
  const double gap = text.box.left - mark.box.right;
  const double middle = (mark.box.top + mark.box.bottom) / 2;
  return mark.text.size() <= kMostDigits && std::ranges::all_of(mark.text, ascii::is_digit) &&
         mark.size < kSmaller * text.size && gap > -kClose * mark.size && gap < kClose * text.size &&
         middle > text.box.top - mark.size / 2 && middle < text.box.bottom;
}

/// Puts raised numbers that stand apart before the lines that they are the marks of.
void join_marks(std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size();) {
    const auto text = std::ranges::find_if(lines, [&](const Line& line) { return is_mark_of(lines[i], line); });
    if (text == lines.end()) {
      ++i;
      continue;
    }
    text->text.insert(0, lines[i].text + " ");
    extend(text->box, lines[i].box);
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace

Page lines_of(const PageWords& words) {
  Page page;
  page.height = words.height;
  page.label = words.label;
  constexpr double kBlank = 0.2;  // of the size
  const double usual = usual_size(words);
  bool joined = false;  // nothing says that a blank is behind the last word
  for (const Word& word : with_drop_caps(words)) {
    if (word.text.empty()) {
      continue;
    }
    if (page.lines.empty() || !continues(page.lines.back(), word, usual)) {
      page.lines.push_back({word.text, word.box, word.size, 0, word.weight, word.slant});
    } else {
      Line& line = page.lines.back();
      const bool apart = word.box.left - line.box.right > kBlank * word.size;
      line.text += (joined && !apart ? "" : " ") + word.text;
      extend(line.box, word.box);
      line.size = std::max(line.size, word.size);
      line.weight = word.weight == Weight::Plain ? Weight::Plain : line.weight;
      line.slant = word.slant == Slant::Upright ? Slant::Upright : line.slant;
    }
    joined = !word.space_after;
  }
  join_marks(page.lines);
  for (Line& line : page.lines) {
    line.text = logical_order(line.text);
  }
  return page;
}

double text_size(const std::vector<Page>& pages) {
  std::map<long, std::size_t> bytes;  // by half points
  for (const Page& page : pages) {
    for (const Line& line : page.lines) {
      bytes[std::lround(2 * line.size)] += line.text.size();
    }
  }
  const auto most = std::ranges::max_element(bytes, {}, [](const auto& entry) { return entry.second; });
  return most == bytes.end() ? 0 : static_cast<double>(most->first) / 2;
}

std::vector<std::string> drop_running_heads(std::vector<Page>& pages) {
  std::vector<std::string> taken;
  std::map<Place, std::set<std::size_t>> seen;  // pages
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (const std::size_t line : margin_lines(pages[i])) {
      const std::string key = key_of(pages[i].lines[line]);
      const long step = step_of(pages[i], pages[i].lines[line]);
      for (const long near : {step - 1, step, step + 1}) {
        seen[{key, near}].insert(i);
      }
    }
  }
  const std::size_t enough = std::max<std::size_t>(2, pages.size() * 3 / 10);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    Page& page = pages[i];
    std::vector<std::size_t> dropped;
    for (const std::size_t line : margin_lines(page)) {
      const Place place{key_of(page.lines[line]), step_of(page, page.lines[line])};
      if (seen[place].size() >= enough || is_number_of(page.lines[line].text, page, i + 1)) {
        dropped.push_back(line);
      }
    }
    std::ranges::sort(dropped, std::greater<>());
    for (const std::size_t line : dropped) {
      taken.push_back(page.lines[line].text);
      page.lines.erase(page.lines.begin() + static_cast<std::ptrdiff_t>(line));
    }
  }
  return taken;
}

}  // namespace nutgraf::read::pdf
