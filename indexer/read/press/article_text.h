// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace nutgraf::read::press {

/// Builds Article::text from paragraphs.
class ArticleText {
 public:
  /// Line ends inside a paragraph stay, blanks at the edges of lines go; a blank paragraph is left out.
  void add(std::string_view paragraph);
  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace nutgraf::read::press
