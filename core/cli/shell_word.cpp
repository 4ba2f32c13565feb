// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/cli/shell_word.h"

#include <algorithm>

#include "core/base/ascii.h"

namespace nutgraf::cli {
namespace {

bool is_plain(char c) {
  constexpr std::string_view kPlain = "._/+-@:=,%";
  return ascii::is_word_byte(c) || kPlain.find(c) != std::string_view::npos;
}

}  // namespace

std::string shell_word(std::string_view word) {
  if (!word.empty() && std::ranges::all_of(word, is_plain)) {
    return std::string(word);
  }
  std::string quoted = "'";
  for (const char c : word) {
    quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  }
  return quoted + "'";
}

std::string shell_words(std::span<const std::string> words) {
  std::string line;
  for (const std::string& word : words) {
    line += line.empty() ? "" : " ";
    line += shell_word(word);
  }
  return line;
}

}  // namespace nutgraf::cli
