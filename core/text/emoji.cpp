// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/emoji.h"

#include "core/base/utf8.h"

namespace nutgraf {
namespace {

/// Takes marks and invisible characters; says whether the last was a zero-width joiner.
enum class Joined : std::uint8_t { No, Yes };

Joined take_ignored(const CharacterTable& table, std::string_view text, Emoji& emoji) {
  constexpr char32_t kZeroWidthJoiner = 0x200D;
  Joined joined = Joined::No;
  while (emoji.next < text.size()) {
    const Glyph glyph = table.at(text, emoji.next);
    if (glyph.character->kind != CharClass::Ignored) {
      break;
    }
    joined = utf8::decode(text, emoji.next).code == kZeroWidthJoiner ? Joined::Yes : Joined::No;
    emoji.next += glyph.size;
    if ((glyph.character->flags & chars::kInvisible) == 0) {
      emoji.span.end = emoji.next;
    }
  }
  return joined;
}

bool take(const CharacterTable& table, std::string_view text, CharClass kind, Emoji& emoji) {
  if (emoji.next >= text.size()) {
    return false;
  }
  const Glyph glyph = table.at(text, emoji.next);
  if (glyph.character->kind != kind) {
    return false;
  }
  emoji.next += glyph.size;
  emoji.span.end = emoji.next;
  return true;
}

}  // namespace

Emoji emoji_at(const CharacterTable& table, std::string_view text, std::uint32_t at) {
  Emoji emoji{{at, at}, at};
  if (take(table, text, CharClass::Flag, emoji)) {
    if (!take(table, text, CharClass::Flag, emoji)) {
      emoji.span.end = at;
    }
    return emoji;
  }
  while (take(table, text, CharClass::Emoji, emoji)) {
    if (take_ignored(table, text, emoji) == Joined::No) {
      break;
    }
  }
  return emoji;
}

}  // namespace nutgraf
