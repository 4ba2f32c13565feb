// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/direction.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "core/base/utf8.h"
#include "indexer/read/lines/line_signs.h"

namespace nutgraf::read::pdf {
namespace {

/// The direction of most bytes; upright where several have as many.
Direction main_direction(const PageWords& page) {
  std::map<Direction, std::size_t> bytes;
  for (const Word& word : page.words) {
    bytes[word.direction] += word.text.size();
  }
  const auto most = std::ranges::max_element(bytes, {}, [](const auto& entry) { return entry.second; });
  return most == bytes.end() ? Direction::Rightward : most->first;
}

Box turned(const Box& box, Direction direction, const PageWords& page) {
  switch (direction) {
    case Direction::Rightward:
      return box;
    case Direction::Downward:
      return {box.top, page.width - box.right, box.bottom, page.width - box.left};
    case Direction::Leftward:
      return {page.width - box.right, page.height - box.bottom, page.width - box.left, page.height - box.top};
    case Direction::Upward:
      return {page.height - box.bottom, box.left, page.height - box.top, box.right};
  }
  return box;
}

void turn(PageWords& page, Direction direction) {
  for (Word& word : page.words) {
    word.box = turned(word.box, direction, page);
  }
  if (direction == Direction::Downward || direction == Direction::Upward) {
    std::swap(page.width, page.height);
  }
}

bool is_unspaced_character(const Word& word) {
  const utf8::Decoded character = utf8::decode(word.text, 0);
  return character.size == word.text.size() && lines::is_of_unspaced_script(character.code);
}

struct Point {
  double x;
  double y;
};

Point middle(const Box& box) {
  return {(box.left + box.right) / 2, (box.top + box.bottom) / 2};
}

/// Whether the next character of a text that runs downward, or rightward, is where `next` is.
bool is_below(const Word& word, const Word& next) {
  const Point a = middle(word.box);
  const Point b = middle(next.box);
  return std::abs(a.x - b.x) < 0.3 * word.size && b.y > a.y && b.y - a.y < 1.2 * word.size;
}

bool is_beside(const Word& word, const Word& next) {
  const Point a = middle(word.box);
  const Point b = middle(next.box);
  return std::abs(a.y - b.y) < 0.3 * word.size && b.x > a.x && b.x - a.x < 1.2 * word.size;
}

/// Whether the page has characters set one by one, most of them closely below another and few closely beside one.
bool runs_in_columns(const PageWords& page) {
  constexpr std::size_t kEnough = 40;
  constexpr std::size_t kMost = 6000;  // the work grows with their square
  std::vector<const Word*> single;
  for (const Word& word : page.words) {
    if (is_unspaced_character(word)) {
      single.push_back(&word);
    }
  }
  if (single.size() < kEnough || single.size() > kMost || 5 * single.size() < 4 * page.words.size()) {
    return false;
  }
  std::size_t below = 0;
  std::size_t beside = 0;
  for (const Word* word : single) {
    below += std::ranges::any_of(single, [&](const Word* next) { return is_below(*word, *next); }) ? 1U : 0U;
    beside += std::ranges::any_of(single, [&](const Word* next) { return is_beside(*word, *next); }) ? 1U : 0U;
  }
  return 2 * below > single.size() && 4 * beside < below;
}

/// Makes the box of each character a square: fonts leave more room above and below than to the sides.
void make_square(PageWords& page) {
  for (Word& word : page.words) {
    const double centre = middle(word.box).y;
    const double side = word.box.right - word.box.left;
    word.box.top = centre - side / 2;
    word.box.bottom = centre + side / 2;
    word.size = side;
  }
}

/// Characters that follow each other touch: a comma stands in the corner of its square.
void close_up(std::vector<Word>::iterator begin, std::vector<Word>::iterator end) {
  constexpr double kClose = 0.6;  // of the size
  for (auto word = begin; word != end && word + 1 != end; ++word) {
    const double next = (word + 1)->box.left;
    if (std::abs(next - word->box.right) < kClose * word->size) {
      word->box.right = next;
    }
  }
}

/// Line by line, each from left to right.
void sort_lines(PageWords& page) {
  std::ranges::stable_sort(page.words, {}, [](const Word& word) { return middle(word.box).y; });
  for (auto begin = page.words.begin(); begin != page.words.end();) {
    const double last = middle(begin->box).y + begin->size / 2;
    const auto end = std::find_if(begin, page.words.end(), [&](const Word& one) { return middle(one.box).y > last; });
    std::stable_sort(begin, end, [](const Word& a, const Word& b) { return a.box.left < b.box.left; });
    close_up(begin, end);
    begin = end;
  }
}

}  // namespace

void set_upright(PageWords& page) {
  const Direction direction = main_direction(page);
  const auto others =
      std::erase_if(page.words, [&](const Word& word) { return word.direction != direction || word.text.empty(); });
  page.has_turned_text = others > 0;
  turn(page, direction);
  if (direction == Direction::Rightward && runs_in_columns(page)) {
    make_square(page);
    turn(page, Direction::Downward);
    sort_lines(page);
    page.has_turned_text = true;  // their order is that of lines over the whole page
  }
}

}  // namespace nutgraf::read::pdf
