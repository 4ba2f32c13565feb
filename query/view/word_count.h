// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// Lists of words, and of words side by side, with how often they occur.
namespace nutgraf::view {

/// Plain: each place in a text counts once, under its plainest spelling (china for China's). All: as written, too.
enum class Spellings : std::uint8_t { Plain, All };

struct WordCount {
  std::string word;  // folded; words side by side with spaces between them
  std::uint64_t passages = 0;
  std::uint64_t occurrences = 0;
  friend bool operator==(const WordCount&, const WordCount&) = default;
};

inline constexpr std::uint32_t kLeastNgram = 2;
inline constexpr std::uint32_t kMostNgram = 5;

struct NgramOptions {
  std::uint32_t size = kLeastNgram;  // words
  std::vector<std::string> slots;    // folded words, * and ? are wildcards: what must stand side by side in it
  Spellings spellings = Spellings::Plain;
};

}  // namespace nutgraf::view
