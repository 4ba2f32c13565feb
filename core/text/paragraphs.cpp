// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/paragraphs.h"

#include <algorithm>

#include "core/base/ascii.h"

namespace nutgraf {
namespace {

/// The line that begins at `begin`, without its line feed.
std::string_view line_at(std::string_view text, std::size_t begin) {
  return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

/// The line feed before the next blank line, or the end of the text.
std::size_t paragraph_end(std::string_view text, std::size_t from) {
  std::size_t feed = text.find('\n', from);
  while (feed != std::string_view::npos && !is_blank_line(line_at(text, feed + 1))) {
    feed = text.find('\n', feed + 1);
  }
  return std::min(feed, text.size());
}

}  // namespace

bool is_blank_line(std::string_view line) {
  const CharacterTable& table = CharacterTable::instance();
  for (std::size_t at = 0; at < line.size();) {
    const Glyph glyph = table.at(line, at);
    if (!is_unseen(glyph.character->kind) && glyph.character->kind != CharClass::LineEnd) {
      return false;
    }
    at += glyph.size;
  }
  return true;
}

std::string_view next_paragraph(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::string_view line = line_at(text, at);
    if (!is_blank_line(line)) {
      return ascii::trimmed(text.substr(at, paragraph_end(text, at) - at));
    }
    at += line.size() + 1;
  }
  return {};
}

}  // namespace nutgraf
