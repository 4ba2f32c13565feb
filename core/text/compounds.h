// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "core/text/characters.h"
#include "core/text/spellings.h"
#include "core/text/token.h"

namespace nutgraf {

/// Does a word go on in the next one: after exactly one hyphen or the sign of a German ending (Leser*innen), or, a
/// number, after a space between groups of digits that does not break a line (250 000)?
enum class Link : std::uint8_t { No, Hyphen, Digits };

/// `at` is the byte after a word. A hyphen at the end of a line links to a small letter on the next line.
[[nodiscard]] Link link_after(const CharacterTable& table, std::string_view text, std::uint32_t at);

/// May a hyphen or such a sign stand here? A quick look before link_after.
[[nodiscard]] inline bool may_link(std::string_view text, std::size_t at) {
  // A space follows most words.
  if (at >= text.size() || text[at] == ' ') {
    return false;
  }
  return text[at] == '-' || static_cast<unsigned char>(text[at]) >= 0x80 || may_have_ending(text, at);
}

/// Collects the words of one compound, or the groups of digits of one number, after the other.
class CompoundChain {
 public:
  explicit CompoundChain(Analysis& out) : out_(out) {}

  /// `token` is the index of a Word, `flags` those of its characters, `link` what follows it.
  void add(std::uint32_t token, std::uint16_t flags, Link link) {
    if (parts_ != 0 || link != Link::No) {
      take(token, flags, link);
    }
  }
  /// No word follows the last hyphen after all.
  void close();

 private:
  void take(std::uint32_t token, std::uint16_t flags, Link link);
  [[nodiscard]] bool begins_number(std::uint32_t token) const;

  Analysis& out_;
  Link link_ = Link::No;  // between its words
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
  std::uint32_t parts_ = 0;
  bool has_plain_word_ = false;  // a part without digits: 2023-2027 is not a compound
};

}  // namespace nutgraf
