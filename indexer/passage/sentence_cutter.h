// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/passage/hard_boundaries.h"
#include "indexer/passage/word_count.h"

namespace nutgraf::passage {

inline constexpr Quarters kMaxPassage = 160 * kWord;
inline constexpr Quarters kMaxSentence = 400 * kWord;  // stays whole

/// Cuts one long paragraph at hard sentence boundaries into pieces of about equal size.
class SentenceCutter {
 public:
  SentenceCutter(HardBoundaries& boundaries, std::string_view paragraph);

  struct Piece {
    std::string_view text;  // with the white space that follows it
    Quarters words = 0;
  };

  /// The next piece to close a passage that contains `open` words already, or the whole rest where that fits.
  [[nodiscard]] Piece next(Quarters open);
  [[nodiscard]] bool is_done() const { return at_ == text_.size(); }

 private:
  struct Bounds {
    Quarters least;
    Quarters goal;
    Quarters most;
  };
  [[nodiscard]] std::optional<Candidate> nearest(const Bounds& bounds);
  [[nodiscard]] std::optional<Candidate> first_after(const Bounds& bounds);
  Piece take_words(Quarters words);
  Piece take(std::size_t end, Quarters before);

  HardBoundaries& boundaries_;
  std::string_view text_;
  std::vector<Candidate> candidates_;
  std::size_t candidate_ = 0;  // first one after at_
  std::size_t at_ = 0;
  Quarters done_ = 0;  // words before at_
  Quarters all_ = 0;
  enum class Last : std::uint8_t { Boundary, BetweenWords } last_cut_ = Last::Boundary;
};

}  // namespace nutgraf::passage
