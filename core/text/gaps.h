// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "core/text/characters.h"

namespace nutgraf {

/// Signs that may end a sentence, weakest first.
enum class StopSign : std::uint8_t {
  None,
  Ellipsis,  // may be inside a sentence
  FullStop,  // may belong to an abbreviation
  Terminal,  // ! ? and the like
};

enum class Lines : std::uint8_t { Same, BlankLine };

/// What is between two words.
struct Gap {
  std::uint32_t next = 0;  // where the next word or emoji begins, or the end of the text
  StopSign stop = StopSign::None;
  Lines lines = Lines::Same;
};

/// Reads on from a word's end to the next thing that is a token. A stop counts when white space or the end of the text
/// follows it or its closing quotes and brackets; East Asian stops need none.
class GapReader {
 public:
  GapReader(const CharacterTable& table, std::string_view text) : table_(table), text_(text) {}
  [[nodiscard]] Gap read(std::uint32_t begin) const;

 private:
  [[nodiscard]] Gap read_slowly(std::uint32_t begin) const;

  const CharacterTable& table_;
  std::string_view text_;
};

}  // namespace nutgraf
