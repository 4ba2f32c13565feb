// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/survey/segments.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf::survey {
namespace {

std::vector<std::string> segments_of(const std::string& text) {
  std::vector<WordHash> words;
  std::vector<Segment> segments;
  hash_words(text, words);
  find_segments(text, words, segments);
  std::vector<std::string> found;
  for (const Segment& segment : segments) {
    found.push_back((segment.kind == SegmentKind::Line ? "L:" : "S:") +
                    text.substr(segment.begin, segment.end - segment.begin));
  }
  return found;
}

TEST_CASE("segments are lines and the sentences of lines that have several") {
  struct Row {
    std::string text;
    std::vector<std::string> expected;
  };
  const std::vector<Row> rows = {
      {"", {}},
      {"...", {}},
      {"Share", {"L:Share"}},
      {"Read more.", {"L:Read more."}},
      {"It rained. Read more.", {"L:It rained. Read more.", "S:It rained.", "S:Read more."}},
      {"\"Go!\" he said.", {"L:\"Go!\" he said.", "S:\"Go!\"", "S:he said."}},
      {"a 1.5 b", {"L:a 1.5 b"}},
      {"  Home \nNews\n\nSport", {"L:Home", "L:News", "L:Sport"}},
      {"他来了。天晴。", {"L:他来了。天晴。", "S:他来了。", "S:天晴。"}},
      // A wrapped paragraph has no lines of its own.
      {"the long first line of a paragraph that was wrapped\nby an editor.\n\nShare", {"L:Share"}},
      {"On this day\nthe first line of a paragraph was a short one, though\nthe others were not.", {}},
      {"share\ntweet this", {"L:share", "L:tweet this"}},
      {"A whole sentence that is as long as a wrapped line is.\nShare",
       {"L:A whole sentence that is as long as a wrapped line is.", "L:Share"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(segments_of(row.text) == row.expected);
  }
}

}  // namespace
}  // namespace nutgraf::survey
