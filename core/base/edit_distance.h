// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf {

/// What tells most words apart without decoding them.
struct WordOutline {
  std::size_t characters = 0;
  std::uint64_t first_bytes = 0;  // a bit for each byte that begins a character; some share one
};

/// Of a word in UTF-8.
[[nodiscard]] WordOutline outline_of(std::string_view word);

/// Damerau-Levenshtein distance in code points from one word to others: inserting, dropping, changing one character and
/// swapping two neighbours cost 1 each, and characters may be inserted between swapped ones (Lowrance and Wagner, "An
/// Extension of the String-to-String Correction Problem", 1975). Keeps its tables: one per thread.
class EditDistance {
 public:
  /// `word` in UTF-8.
  explicit EditDistance(std::string_view word);

  [[nodiscard]] std::size_t characters() const { return word_.size(); }
  /// False only where the distance to a word of this outline is more than `limit`.
  [[nodiscard]] bool may_reach(const WordOutline& other, std::uint32_t limit) const;

  /// The distance to `other`, or `limit + 1` where it is more than `limit`.
  [[nodiscard]] std::uint32_t to(std::string_view other, std::uint32_t limit);

 private:
  [[nodiscard]] std::uint32_t& cell(std::size_t row, std::size_t column) { return cells_[row * width_ + column]; }
  void fill_row(std::size_t row);

  std::uint64_t first_bytes_;
  std::u32string word_;
  std::u32string other_;
  std::size_t width_ = 0;
  std::vector<std::uint32_t> cells_;   // [i][j]: the first i characters of the word to the first j of the other
  std::vector<std::size_t> last_row_;  // by column: the last row so far whose character is that column's
};

}  // namespace nutgraf
