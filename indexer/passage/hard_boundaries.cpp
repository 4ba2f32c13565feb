// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/hard_boundaries.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace nutgraf::passage {
namespace {

// Bytes of text looked at on either side: a few words, enough for initials and abbreviations.
constexpr std::size_t kBefore = 96;
constexpr std::size_t kAfter = 64;

/// Begins with a whole word, or in a text without spaces with a whole character.
std::size_t window_begin(std::string_view text, std::size_t byte) {
  if (byte <= kBefore) {
    return 0;
  }
  std::size_t begin = byte - kBefore;
  std::size_t white = begin;
  while (white < byte - kBefore / 2 && !ascii::is_space(text[white])) {
    ++white;
  }
  if (ascii::is_space(text[white])) {
    return white;
  }
  while (begin < byte && utf8::is_continuation(text[begin])) {
    ++begin;
  }
  return begin;
}

std::size_t window_end(std::string_view text, std::size_t byte) {
  if (text.size() - byte <= kAfter) {
    return text.size();
  }
  std::size_t end = byte + kAfter;
  std::size_t white = end;
  while (white > byte + kAfter / 2 && !ascii::is_space(text[white])) {
    --white;
  }
  if (ascii::is_space(text[white])) {
    return white;
  }
  while (end > byte && utf8::is_continuation(text[end])) {
    --end;
  }
  return end;
}

}  // namespace

bool HardBoundaries::is_hard(std::string_view text, std::size_t byte) {
  const std::size_t begin = window_begin(text, byte);
  analyzer_.analyze(text.substr(begin, window_end(text, byte) - begin), scratch_, analysis_);
  std::uint32_t last = 0;  // position before the place
  for (const Token& token : analysis_.tokens) {
    if (begin + token.span.begin < byte) {
      if (begin + token.span.end > byte) {
        return false;  // inside a word
      }
      last = std::max(last, token.position.value);
    } else if (token.kind == TokenKind::Word) {
      return token.position.value > last + 1;
    }
  }
  return true;  // no word follows
}

}  // namespace nutgraf::passage
