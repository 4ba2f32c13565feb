// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace nutgraf::read::html {

/// Lays characters out in the form of Article::text: paragraphs separated by a blank line, runs of spaces as one.
class Layout {
 public:
  void end_line() { ++breaks_; }
  void end_paragraph() { breaks_ = kParagraph; }
  void end_word() { gap_ = " "; }

  /// Valid UTF-8.
  void add(std::string_view text);
  /// Preformatted: line ends count.
  void add_lines(std::string_view text);

  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  static constexpr int kParagraph = 2;

  void begin_word(std::string_view text);
  void add_character(std::string_view& text);

  std::string text_;
  std::string_view gap_;  // blank, line feed (shown as a blank), no-break space or nothing before the next character
  int breaks_ = 0;        // line ends before it
};

}  // namespace nutgraf::read::html
