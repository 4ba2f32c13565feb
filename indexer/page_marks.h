// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Where pages begin in the text of an article on its way to passages: characters that no one sees and that no rule
/// about words, lines or sentences minds (U+E0001, tag digits, U+E007F). Only the text of an article whose record has
/// an `origin.page` holds them, and none reaches the index.
namespace nutgraf {

void insert_page_mark(std::string& text, std::size_t at, std::uint32_t page);

[[nodiscard]] std::string without_page_marks(std::string_view text);

/// On which pages the pieces of a text begin, given in its order.
class PageFollower {
 public:
  /// `first`: the page on which the text begins; 0: it has no marks.
  explicit PageFollower(std::uint32_t first) : page_(first) {}

  /// Takes the marks out of the next piece.
  [[nodiscard]] std::uint32_t follow(std::string& piece);

 private:
  std::uint32_t page_;
};

}  // namespace nutgraf
