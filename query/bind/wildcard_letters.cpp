// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/wildcard_letters.h"

#include "core/base/ascii.h"

namespace nutgraf::bind {
namespace {

constexpr std::size_t kLetterBytes = 3;

}  // namespace

bool is_inner_mark(std::string_view text, std::size_t at) {
  return text[at] == '?' && at > 0 && at + 1 < text.size() &&
         (ascii::is_word_byte(text[at - 1]) || text[at - 1] == '?') &&
         (ascii::is_word_byte(text[at + 1]) || text[at + 1] == '?');
}

std::string with_letters(std::string_view text) {
  std::string marked;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '*') {
      marked += i > 0 && text[i - 1] == '*' ? std::string_view() : kStarLetter;
    } else if (is_inner_mark(text, i)) {
      marked += kMarkLetter;
    } else {
      marked += text[i];
    }
  }
  return marked;
}

std::string with_signs(std::string_view marked) {
  std::string text;
  for (std::size_t i = 0; i < marked.size();) {
    const std::string_view letter = marked.substr(i, kLetterBytes);
    if (letter == kStarLetter || letter == kMarkLetter) {
      text += letter == kStarLetter ? '*' : '?';
      i += kLetterBytes;
    } else {
      text += marked[i++];
    }
  }
  return text;
}

}  // namespace nutgraf::bind
