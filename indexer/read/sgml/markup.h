// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/sgml/tags.h"

namespace nutgraf::read::sgml {

/// A piece of a document: its elements are found by name, whatever its structure.
class Markup {
 public:
  /// `text` must outlive it.
  explicit Markup(std::string_view text);

  struct Element {
    std::string name;                                             // in capitals
    std::vector<std::pair<std::string, std::string>> attributes;  // names in capitals
    std::string_view content;                                     // markup
    [[nodiscard]] std::string_view attribute(std::string_view name_in_capitals) const;
  };
  /// What stands directly in the piece.
  struct Parts {
    std::vector<Element> elements;  // in order
    std::string loose;              // text beside them
  };
  /// An element without an end is the text up to the next tag. Text before a close tag alone ("W-2 </DOCNO>") is the
  /// content of its element.
  [[nodiscard]] Parts parts() const;

  /// The first element of that name at any depth.
  [[nodiscard]] std::optional<Element> find(std::string_view name_in_capitals) const;

 private:
  /// The token that closes the open tag at `open`; the number of tokens where nothing does.
  [[nodiscard]] std::size_t close_of(std::size_t open) const;
  [[nodiscard]] Element element_at(std::size_t open, std::size_t close) const;

  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<std::size_t> closes_;  // by token: of an open tag, the close tag of the same name behind it
};

/// Text without tags and references, on one line.
[[nodiscard]] std::string line_of(std::string_view markup);
/// Text without tags and references as Article::text has it: P parts paragraphs, else lines tell.
[[nodiscard]] std::string text_of(std::string_view markup);

}  // namespace nutgraf::read::sgml
