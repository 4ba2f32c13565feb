// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/layout.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace nutgraf::read::html {
namespace {

/// What numbers from 128 to 159 stand for in references such as &#146;: the characters of windows-1252.
constexpr std::array<std::string_view, 32> kWindows = {"€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š",
                                                       "‹", "Œ", "",  "Ž", "",  "",  "‘", "’", "“", "”", "•",
                                                       "–", "—", "˜", "™", "š", "›", "œ", "",  "ž", "Ÿ"};

constexpr std::string_view kNoBreak = "\xC2\xA0";

/// The length of what `text` begins with that needs no look at each character: neither blanks nor what is led by the
/// byte that leads kNoBreak and control characters.
std::size_t run_of(std::string_view text) {
  const auto end = std::ranges::find_if(text, [](char c) { return ascii::is_space(c) || c == kNoBreak[0]; });
  return static_cast<std::size_t>(end - text.begin());
}

}  // namespace

void Layout::add(std::string_view text) {
  while (!text.empty()) {
    if (ascii::is_space(text[0])) {
      gap_ = " ";
      text.remove_prefix(1);
    } else if (text.starts_with(kNoBreak)) {
      gap_ = gap_.empty() ? kNoBreak : " ";
      text.remove_prefix(kNoBreak.size());
    } else {
      const std::size_t run = run_of(text);
      if (run > 0) {
        begin_word();
        text_.append(text.substr(0, run));
        text.remove_prefix(run);
      } else {
        add_character(text);
      }
    }
  }
}

void Layout::add_lines(std::string_view text) {
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    add(text.substr(0, end));
    end_line();
    text.remove_prefix(end + 1);
  }
  add(text);
}

void Layout::begin_word() {
  if (!text_.empty()) {
    text_.append(breaks_ >= kParagraph ? "\n\n" : breaks_ == 1 ? "\n" : gap_);
  }
  breaks_ = 0;
  gap_ = {};
}

void Layout::add_character(std::string_view& text) {
  begin_word();
  const bool is_control = text[0] == '\xC2' && text.size() > 1 && static_cast<unsigned char>(text[1]) < 0xA0;
  if (is_control) {
    text_.append(kWindows.at(static_cast<unsigned char>(text[1]) - 0x80U));
    text.remove_prefix(2);
    return;
  }
  const std::size_t length = std::max<std::size_t>(1, utf8::sequence_length(text));
  text_.append(text.substr(0, length));
  text.remove_prefix(length);
}

}  // namespace nutgraf::read::html
