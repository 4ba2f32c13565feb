// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/sentence_order.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace nutgraf::read::pdf;

namespace {

constexpr double kBody = 10;

/// Some lines under each other; the first letter of a name for each block.
struct Text {
  char name;
  std::string first;
  std::string last;
  double left;
  double top;
  double right;
  double size = kBody;
};

std::vector<Line> lines_in(const Text& text) {
  constexpr double kLeading = 1.2;
  std::vector<std::string> lines = {text.first};
  if (text.size == kBody) {
    lines.insert(lines.end(), {"of the river and the bridge over it", "which had been there for many years"});
  }
  lines.push_back(text.last);
  std::vector<Line> found;
  double top = text.top;
  for (const std::string& line : lines) {
    found.push_back({line, {text.left, top, text.right, top + text.size}, text.size, 1});
    top += kLeading * text.size;
  }
  return found;
}

struct Row {
  const char* name;
  std::vector<Text> page;
  const char* order;  // of the names
};

std::string order_of(const Row& row) {
  Page page;
  for (const Text& text : row.page) {
    const std::vector<Line> lines = lines_in(text);
    page.lines.insert(page.lines.end(), lines.begin(), lines.end());
  }
  order_by_sentences(page, kBody);
  std::string order;
  for (const Line& line : page.lines) {
    for (const Text& text : row.page) {
      order += line.text == text.first ? std::string(1, text.name) : "";
    }
  }
  return order;
}

}  // namespace

TEST_CASE("PDF: the order of a page in which sentences go on") {
  const std::vector<Row> rows = {
      {"columns that a quotation spans",
       {{'a', "The mayor had come to the bank", "and then she said that it was", 0, 100, 100},
        {'c', "before they came to see what", "and there they stood until the", 120, 100, 220},
        {'q', "\u201CThere is nothing left of it,", "and nobody knows why.\u201D", 0, 170, 220, 16},
        {'b', "too late for them to do more", "on the day after and for long", 0, 220, 100},
        {'d', "rain was over at last, and so", "they all went home to sleep.", 120, 220, 220}},
       "abcqd"},
      {"columns that words out of the text span",
       {{'a', "The mayor had come to the bank", "and then she said that it was", 0, 100, 100},
        {'c', "before they came to see what", "and there they stood until the", 120, 100, 220},
        {'q', "Too late for them to do more", "of the river and the bridge", 0, 170, 220, 16},
        {'b', "too late for them to do more", "on the day after and for long", 0, 220, 100},
        {'d', "rain was over at last, and so", "they all went home to sleep.", 120, 220, 220}},
       "abcqd"},
      {"a headline that spans columns parts them",
       {{'a', "The mayor had come to the bank", "and then she said that it was", 0, 100, 100},
        {'b', "too late for them to do more", "they all went home to sleep.", 120, 100, 220},
        {'H', "Boats sold", "to a man", 0, 170, 220, 16},
        {'c', "The last of the boats was sold", "and for that it was cheap and", 0, 220, 100},
        {'d', "rather old, as all of them are", "who have seen the lake, once.", 120, 220, 220}},
       "abHcd"},
      {"headlines side by side, each before its own columns",
       {{'H', "Flood in", "the valley", 0, 50, 220, 16},
        {'J', "Boats sold", "to a man", 240, 50, 460, 16},
        {'a', "The mayor had come to the bank", "and then she said that it was", 0, 100, 100},
        {'b', "too late for them to do more", "they all went home to sleep.", 120, 100, 220},
        {'c', "The last of the boats was sold", "and for that it was cheap and", 240, 100, 340},
        {'d', "rather old, as all of them are", "who have seen the lake, once.", 360, 100, 460}},
       "HabJcd"},
      {"a story over two others",
       {{'F', "Rain for", "the weekend", 0, 0, 460, 24},
        {'x', "It is to rain in the valley on", "Saturday and in the hills, and", 0, 70, 220},
        {'y', "there is more to come in May, ", "said the weather office today.", 240, 70, 460},
        {'H', "Flood in", "the valley", 0, 150, 220, 16},
        {'J', "Boats sold", "to a man", 240, 150, 460, 16},
        {'a', "The mayor had come to the bank", "and then she said that it was", 0, 200, 100},
        {'c', "The last of the boats was sold", "and for that it was cheap and", 240, 200, 340},
        {'b', "too late for them to do more", "they all went home to sleep.", 120, 200, 220},
        {'d', "rather old, as all of them are", "who have seen the lake, once.", 360, 200, 460}},
       "FxyHabJcd"},
      {"a note at the foot of the first column comes last",
       {{'a', "The mayor had come to the bank", "and then she said to Ann", 0, 100, 100},
        {'n', "1 See the report of the mayor", "on page 4.", 0, 180, 100, 7},
        {'b', "Lee that it was too late now", "they all went home to sleep.", 120, 100, 220}},
       "abn"},
      {"what has no fault stays",
       {{'b', "The last of the boats was sold", "who have seen the lake, once.", 120, 100, 220},
        {'a', "The mayor had come to the bank", "they all went home to sleep.", 0, 100, 100}},
       "ba"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(order_of(row) == row.order);
  }
}
