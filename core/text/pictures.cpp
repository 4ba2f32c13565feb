// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/pictures.h"

#include "core/base/utf8.h"

namespace nutgraf {
namespace {

/// Takes marks and invisible characters; says whether the last was a zero-width joiner.
enum class Joined : std::uint8_t { No, Yes };

Joined take_ignored(const CharacterTable& table, std::string_view text, Picture& picture) {
  constexpr char32_t kZeroWidthJoiner = 0x200D;
  Joined joined = Joined::No;
  while (picture.next < text.size()) {
    const Glyph glyph = table.at(text, picture.next);
    if (glyph.character->kind != CharClass::Ignored) {
      break;
    }
    joined = utf8::decode(text, picture.next).code == kZeroWidthJoiner ? Joined::Yes : Joined::No;
    picture.next += glyph.size;
    if ((glyph.character->flags & chars::kInvisible) == 0) {
      picture.span.end = picture.next;
    }
  }
  return joined;
}

bool take(const CharacterTable& table, std::string_view text, CharClass kind, Picture& picture) {
  if (picture.next >= text.size()) {
    return false;
  }
  const Glyph glyph = table.at(text, picture.next);
  if (glyph.character->kind != kind) {
    return false;
  }
  picture.next += glyph.size;
  picture.span.end = picture.next;
  return true;
}

}  // namespace

Picture picture_at(const CharacterTable& table, std::string_view text, std::uint32_t at) {
  Picture picture{{at, at}, at};
  if (take(table, text, CharClass::Flag, picture)) {
    if (!take(table, text, CharClass::Flag, picture)) {
      picture.span.end = at;
    }
    return picture;
  }
  while (take(table, text, CharClass::Emoji, picture)) {
    if (take_ignored(table, text, picture) == Joined::No) {
      break;
    }
  }
  return picture;
}

}  // namespace nutgraf
