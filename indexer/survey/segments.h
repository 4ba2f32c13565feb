// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/survey/word_hashes.h"

namespace nutgraf::survey {

enum class SegmentKind : std::uint8_t {
  Line,      // a whole line that is no part of a wrapped paragraph
  Sentence,  // one of several in a line
};

/// A piece of a text that a site may print on many pages. Half-open range of bytes, without white space around it.
struct Segment {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint64_t hash = 0;  // of its words
  std::uint32_t words = 0;
  SegmentKind kind = SegmentKind::Line;
};

/// Replaces `segments` by the lines of a text that hold a word, each followed by its sentences where it has several.
/// Sentences end where a reader's eye would see it: cheaper than the analyzer, and abbreviations may end one.
/// `words` are the text's.
void find_segments(std::string_view text, const std::vector<WordHash>& words, std::vector<Segment>& segments);

}  // namespace nutgraf::survey
