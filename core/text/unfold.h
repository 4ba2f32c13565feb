// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/token.h"

/// Compatibility characters that are not letters themselves but stand for words: ½ is 1/2, ㎞ is km, ① is 1. Where a
/// text has any, they are written out before it is cut into words.
namespace nutgraf {

/// What the character is written out as; empty = it stays. Superscript digits are among those that do not stay.
[[nodiscard]] std::string unfolded(char32_t c);

/// A text with these characters written out, and where its words stand in the text that was given.
class UnfoldedText {
 public:
  explicit UnfoldedText(std::string_view text);

  [[nodiscard]] const std::string& text() const { return text_; }
  /// Brings the spans of its analysis back to the text given. Words of one character share its span.
  void restore(Analysis& analysis) const;

 private:
  struct Change {
    ByteSpan written;  // in the text given
    ByteSpan read;     // in text()
  };
  void unfold(std::string_view given, ByteSpan character);
  std::uint32_t unfold_superscripts(std::string_view given, std::uint32_t begin);
  void replace(ByteSpan written, std::string_view by);
  [[nodiscard]] std::uint32_t begin_of(std::uint32_t byte) const;
  [[nodiscard]] std::uint32_t end_of(std::uint32_t byte) const;

  std::string text_;
  std::vector<Change> changes_;  // in text order
};

}  // namespace nutgraf
