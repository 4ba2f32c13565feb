// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/characters.h"
#include "core/text/token.h"

namespace nutgraf {

/// Reads a run of a script that is written without spaces: Chinese, Japanese and Korean, and Thai, Lao, Khmer and
/// Burmese. Each character (grapheme) takes a position; ICU's dictionaries cut the words. One per thread; loads ICU's
/// rules on first use.
class CjkRunReader {
 public:
  struct Unit {  // one character; those of a compatibility form (㌔) share its span
    ByteSpan span;
    ByteSpan fold;  // in folds()
  };
  struct Word {
    std::uint32_t first = 0;  // index of its first unit
    std::uint32_t count = 0;
  };

  CjkRunReader();
  ~CjkRunReader();
  CjkRunReader(CjkRunReader&&) noexcept;
  CjkRunReader& operator=(CjkRunReader&&) noexcept;
  CjkRunReader(const CjkRunReader&) = delete;
  CjkRunReader& operator=(const CjkRunReader&) = delete;

  /// Reads the run that begins at `begin` with a character of kind Cjk or Complex; returns where it ends. Units and
  /// words are those of this run, folded, until the next call. Invisible characters belong to no unit unless they stand
  /// inside one.
  std::uint32_t read(const CharacterTable& table, std::string_view text, std::uint32_t begin);

  [[nodiscard]] const std::vector<Unit>& units() const { return units_; }
  [[nodiscard]] const std::vector<Word>& words() const { return words_; }
  /// The fold of `count` units from the one numbered `first`.
  [[nodiscard]] std::string_view folds(std::uint32_t first, std::uint32_t count) const {
    const std::uint32_t begin = units_[first].fold.begin;
    return std::string_view(folds_).substr(begin, units_[first + count - 1].fold.end - begin);
  }

 private:
  struct Breakers;
  std::uint32_t collect(const CharacterTable& table, std::string_view text, std::uint32_t begin);
  void append(const Character& character, std::string_view written, ByteSpan span);
  void compose_sara_am();
  void cut_units();
  void cut_words();
  void fold_unit(std::size_t begin, std::size_t end);

  std::unique_ptr<Breakers> breakers_;
  bool complex_ = false;         // a run of kind Complex
  std::u16string utf16_;         // the run; if not complex folded, character by character
  std::vector<ByteSpan> spans_;  // in the text: what each code unit was written as
  std::string folds_;
  std::string scratch_;
  std::vector<std::uint32_t> unit_of_;  // by code unit
  std::vector<Unit> units_;
  std::vector<Word> words_;
};

}  // namespace nutgraf
