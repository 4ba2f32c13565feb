// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "core/text/characters.h"

/// The one definition of a paragraph: blank lines separate paragraphs, and a blank line contains only white
/// space of any script and invisible characters. Readers, passages and the positions of words all use it.
namespace nutgraf {

/// Whether nothing in `line`, which is UTF-8 without line ends, can be seen.
[[nodiscard]] bool is_blank_line(std::string_view line);

/// The first paragraph of `text` (UTF-8, LF line ends) from byte `at` on, without the white space around it: a view
/// into `text`, empty if there is none.
[[nodiscard]] std::string_view next_paragraph(std::string_view text, std::size_t at);

/// Fed with the characters between two words, tells whether a blank line is among them. CR LF counts as one character.
class BlankLineFinder {
 public:
  void see(CharClass kind) {
    if (kind == CharClass::LineEnd) {
      found_ = found_ || is_empty_so_far_;
      is_empty_so_far_ = true;
    } else {
      is_empty_so_far_ = is_empty_so_far_ && is_unseen(kind);
    }
  }
  [[nodiscard]] bool found() const { return found_; }

 private:
  bool is_empty_so_far_ = false;  // the line that the last line end began
  bool found_ = false;
};

}  // namespace nutgraf
