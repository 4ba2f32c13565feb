// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <map>
#include <numeric>
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

/// A page's lines in its margins, each margin's from the edge inwards.
struct Margins {
  std::vector<std::size_t> above;
  std::vector<std::size_t> below;
};

Margins margins_of(const Page& page) {
  constexpr std::size_t kMost = 10;
  constexpr double kMargin = 0.15;  // of the height
  std::vector<std::size_t> order(page.lines.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return page.lines[i].box.top; });
  Margins margins;
  for (std::size_t rank = 0; rank < std::min(kMost, order.size()); ++rank) {
    const std::size_t first = order[rank];
    const std::size_t last = order[order.size() - 1 - rank];
    if (page.lines[first].box.bottom < kMargin * page.height) {
      margins.above.push_back(first);
    }
    if (page.lines[last].box.top > (1 - kMargin) * page.height) {
      margins.below.push_back(last);
    }
  }
  return margins;
}

long step_of(const Page& page, const Line& line) {
  constexpr double kSteps = 60;
  return page.height > 0 ? std::lround(line.box.top / page.height * kSteps) : 0;
}

/// What stands at about the same place in the margins of several pages.
class Repetitions {
 public:
  explicit Repetitions(const std::vector<Page>& pages) : pages_(pages.size()) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const Margins margins = margins_of(pages[i]);
      for (const std::vector<std::size_t>& margin : {margins.above, margins.below}) {
        for (const std::size_t line : margin) {
          const std::string key = key_of(pages[i].lines[line]);
          const long step = step_of(pages[i], pages[i].lines[line]);
          for (const long near : {step - 1, step, step + 1}) {
            seen_[{key, near}].insert(i);
          }
        }
      }
    }
  }

  /// On two pages at least, and on that part of all.
  [[nodiscard]] bool has(const Page& page, const Line& line, double part) const {
    const auto found = seen_.find({key_of(line), step_of(page, line)});
    const std::size_t count = found == seen_.end() ? 0 : found->second.size();
    return count >= std::max<std::size_t>(2, static_cast<std::size_t>(part * static_cast<double>(pages_)));
  }

 private:
  std::map<Place, std::set<std::size_t>> seen_;  // pages
  std::size_t pages_;
};

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
  const Repetitions repetitions(pages);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    Page& page = pages[i];
    std::set<std::size_t, std::greater<>> dropped;
    const Margins margins = margins_of(page);
    for (const std::vector<std::size_t>& margin : {margins.above, margins.below}) {
      constexpr std::size_t kLines = 3;  // beyond, all must be repeated up to the edge, on several pages
      constexpr std::size_t kPages = 4;
      constexpr double kPart = 0.3;
      constexpr double kPartBeyond = 0.45;  // heads of left and right pages may differ
      std::size_t in_margin = 0;
      const auto may_hold = [&](std::size_t rank) {
        return rank < kLines || (in_margin == rank && pages.size() >= kPages);
      };
      for (std::size_t rank = 0; rank < margin.size() && may_hold(rank); ++rank) {
        const Line& line = page.lines[margin[rank]];
        if (repetitions.has(page, line, rank < kLines ? kPart : kPartBeyond) || is_number_of(line.text, page, i + 1)) {
          dropped.insert(margin[rank]);
          ++in_margin;
        }
      }
    }
    for (const std::size_t line : dropped) {
      taken.push_back(page.lines[line].text);
      page.lines.erase(page.lines.begin() + static_cast<std::ptrdiff_t>(line));
    }
  }
  return taken;
}

}  // namespace nutgraf::read::pdf
