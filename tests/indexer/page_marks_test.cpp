// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/page_marks.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf {
namespace {

std::string mark(std::uint32_t page) {
  std::string text;
  insert_page_mark(text, 0, page);
  return text;
}

}  // namespace

TEST_CASE("pages on which the pieces of a text begin") {
  struct Row {
    const char* name;
    std::uint32_t first;
    std::vector<std::string> pieces;
    std::vector<std::uint32_t> pages;
    std::vector<std::string> bare;
  };
  for (const Row& row : {
           Row{"no marks", 3, {"One.", "Two."}, {3, 3}, {"One.", "Two."}},
           Row{"at the beginning", 1, {"One.", mark(2) + "Two."}, {1, 2}, {"One.", "Two."}},
           Row{"inside", 1, {"One " + mark(2) + "goes on.", "Two."}, {1, 2}, {"One goes on.", "Two."}},
           Row{"at the end", 1, {"One." + mark(12), "Two."}, {1, 12}, {"One.", "Two."}},
           Row{"behind blanks", 1, {"\n " + mark(7) + "One."}, {7}, {"\n One."}},
           Row{"several", 1, {mark(2) + "a" + mark(30) + "b" + mark(401) + "c", "d"}, {2, 401}, {"abc", "d"}},
           Row{"no pages: nothing is a mark", 0, {mark(2) + "One."}, {0}, {mark(2) + "One."}},
           Row{"half a mark is text", 1, {mark(2).substr(0, 8) + "One."}, {1}, {mark(2).substr(0, 8) + "One."}},
       }) {
    CAPTURE(row.name);
    PageFollower follower(row.first);
    for (std::size_t i = 0; i < row.pieces.size(); ++i) {
      std::string piece = row.pieces[i];
      CHECK(follower.follow(piece) == row.pages[i]);
      CHECK(piece == row.bare[i]);
      if (row.first != 0) {
        CHECK(without_page_marks(row.pieces[i]) == row.bare[i]);
      }
    }
  }
}

}  // namespace nutgraf
