// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace nutgraf::passage {

/// Quarters of a word: a word between spaces counts 4, a Han character, kana 2, a Thai, Lao, Khmer, Burmese letter 1.
/// Good enough to pack passages and many times cheaper than analysis.
using Quarters = std::uint64_t;
inline constexpr Quarters kWord = 4;

/// A place where a sentence may end, judged by its looks.
struct Candidate {
  std::size_t byte = 0;  // first byte after the stop, its closing quotes and white space
  Quarters before = 0;   // words before it
  enum class At : std::uint8_t { Inside, LineEnd } at = At::Inside;
};

[[nodiscard]] Quarters count_words(std::string_view text);
/// The same, character by character.
[[nodiscard]] Quarters walk_words(std::string_view text);

/// Counts and appends every candidate inside of `text` (never its end) to `candidates`.
Quarters count_words(std::string_view text, std::vector<Candidate>& candidates);

/// First beginning of a word (or character, in scripts without spaces) that has at least `words` before it.
[[nodiscard]] std::size_t byte_after(std::string_view text, Quarters words);

}  // namespace nutgraf::passage
