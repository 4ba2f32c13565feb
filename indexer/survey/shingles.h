// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/survey/word_hashes.h"

/// Shingles (Broder 1997): the runs of four words of a text, each once, as hashes. Two texts are as alike as their sets
/// of shingles.
namespace nutgraf::survey {

/// Shorter texts, in words, are copies only where they are equal.
inline constexpr std::uint32_t kLeastWords = 40;
/// And still shorter ones never: that two articles say "No comment" proves nothing.
inline constexpr std::uint32_t kLeastEqualWords = 10;

struct Shingles {
  std::uint64_t whole = 0;  // hash of all words in order
  std::uint32_t words = 0;
  std::vector<std::uint64_t> runs;     // ascending, each once
  std::vector<std::uint64_t> numbers;  // the numbers of the text, ascending, as often as they occur
};

/// Runs of scripts that are written without blanks have eight characters.
[[nodiscard]] Shingles shingles_of(const std::vector<WordHash>& words);

/// A part of the shingles of a text that depends on nothing but their hashes, so that texts which share shingles share
/// a like part of these: one in eight, and the 16 least of a short text. None of a text of less than kLeastWords.
[[nodiscard]] std::vector<std::uint64_t> samples_of(const std::vector<WordHash>& words);

/// Elements that two ascending lists have in common.
[[nodiscard]] std::size_t shared(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

/// Share of the one's shingles that the other has, of the one that has fewer; 1 for equal texts.
[[nodiscard]] double contained(const Shingles& a, const Shingles& b);

/// Is one text a copy of the other? At least 55 % of the shorter one's shingles are in the longer, and 70 % of its
/// numbers where it has more than three: today's weather has the words of yesterday's, but not its numbers. Of one to
/// three numbers one is enough, and none is needed where 90 % of the shingles are there.
[[nodiscard]] bool are_copies(const Shingles& a, const Shingles& b);

}  // namespace nutgraf::survey
