// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/token.h"
#include "core/text/words.h"

namespace nutgraf {

/// How a word is written by itself: AllCaps without looking at the text around it. A possessive ending does not count,
/// nor small letters after an apostrophe (TBMM'nin). `written` is the word in the text.
[[nodiscard]] WrittenAs written_as(const CharacterTable& table, std::string_view written, const WordShape& word);

/// Appends the word as written: NFKC without case fold, without inner stops and such an ending. U.S. -> US
void append_exact_case(std::string_view word, std::string& out);

/// Finds text in capitals, where a word in capitals is not an acronym. Of the words with case and two letters or more,
/// three at least, 75 % must be capitals: judged by sentence; with fewer words by paragraph, then by the whole. A
/// paragraph of two words and nothing else, or a text of one, is in capitals if all of it is.
class CapitalText {
 public:
  explicit CapitalText(Analysis& out) : out_(out) {}

  /// The last Word was written so and has this many letters.
  void add(WrittenAs written, std::uint32_t letters) {
    if (letters >= 2 && written != WrittenAs::Uncased) {
      ++sentence_.words;
      sentence_.capitals += written == WrittenAs::AllCaps ? 1 : 0;
    }
  }
  /// A hard boundary; all tokens so far belong to what ended.
  void end_sentence();
  void end_paragraph();
  /// Marks the words in capital text InCapitalText and removes their exact-case tokens.
  void end_text();

 private:
  struct Count {
    std::uint32_t words = 0;
    std::uint32_t capitals = 0;
    [[nodiscard]] bool decides() const { return words >= 3; }
    [[nodiscard]] bool is_capital() const { return decides() && capitals * 4ULL >= words * 3ULL; }
    Count& operator+=(const Count& other);
  };
  struct Range {
    std::uint32_t begin = 0;  // indices of tokens
    std::uint32_t end = 0;
  };
  static void move(std::vector<Range>& from, std::vector<Range>& to);
  /// How many words of any kind there are from this token on.
  [[nodiscard]] std::uint32_t words_since(std::uint32_t token) const;
  void remove_exact_case();

  Analysis& out_;
  Count sentence_;
  Count paragraph_;
  Count whole_;
  std::uint32_t begin_ = 0;            // of the sentence
  std::uint32_t paragraph_begin_ = 0;  // of the paragraph
  std::vector<Range> capital_;
  std::vector<Range> paragraph_decides_;
  std::vector<Range> whole_decides_;
};

}  // namespace nutgraf
