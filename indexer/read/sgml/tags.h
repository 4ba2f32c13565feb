// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// SGML as collections of news were written: tags that may be left open, no document type at hand.
namespace nutgraf::read::sgml {

/// ASCII letters alone.
[[nodiscard]] std::string in_capitals(std::string_view name);

enum class TokenKind : std::uint8_t { Text, Open, Close };

struct Token {
  TokenKind kind = TokenKind::Text;
  std::string_view text;                                        // of a tag its name as written
  std::vector<std::pair<std::string, std::string>> attributes;  // names in capitals
  std::size_t begin = 0;                                        // in the text that is scanned
  std::size_t end = 0;
};

/// Cuts a text into tags and what is between them. Comments and declarations are passed over; "<" before anything but a
/// name, "/" or "!" is text.
class TagScanner {
 public:
  explicit TagScanner(std::string_view text) : text_(text) {}
  [[nodiscard]] std::optional<Token> next();

 private:
  [[nodiscard]] std::size_t find_markup(std::size_t from) const;
  [[nodiscard]] Token read_tag();

  std::string_view text_;
  std::size_t at_ = 0;
};

/// Text without its references: "&lt;" and the like as the characters they stand for, references to control characters
/// and control characters themselves as blanks.
[[nodiscard]] std::string without_references(std::string_view text);

/// Whether two names of elements are the same: case does not count.
[[nodiscard]] bool is_name(std::string_view name, std::string_view in_capitals);

}  // namespace nutgraf::read::sgml
