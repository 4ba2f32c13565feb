// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/layout.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/lines/line_signs.h"

namespace nutgraf::read::html {
namespace {

/// What numbers from 128 to 159 stand for in references such as &#146;: the characters of windows-1252.
constexpr std::array<std::string_view, 32> kWindows = {"€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š",
                                                       "‹", "Œ", "",  "Ž", "",  "",  "‘", "’", "“", "”", "•",
                                                       "–", "—", "˜", "™", "š", "›", "œ", "",  "ž", "Ÿ"};

constexpr std::string_view kNoBreak = "\xC2\xA0";
constexpr std::string_view kBlank = " ";
constexpr std::string_view kLineFeed = "\n";

/// Chinese or Japanese: their lines are broken anywhere, without a blank, in the source of a page too.
bool is_han_or_kana(char32_t code) {
  constexpr char32_t kFirst = 0x3000;  // what comes before is Thai and its like
  return code >= kFirst && lines::is_of_unspaced_script(code);
}

std::string_view gap_of_line(std::string_view before, std::string_view after) {
  const std::size_t last = utf8::floor(before, before.size() - 1);
  const bool joins = is_han_or_kana(utf8::decode(before, last).code) && is_han_or_kana(utf8::decode(after, 0).code);
  return joins ? std::string_view() : kBlank;
}

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
      gap_ = text[0] == '\n' || gap_ == kLineFeed ? kLineFeed : kBlank;
      text.remove_prefix(1);
    } else if (text.starts_with(kNoBreak)) {
      gap_ = gap_.empty() ? kNoBreak : kBlank;
      text.remove_prefix(kNoBreak.size());
    } else {
      const std::size_t run = run_of(text);
      if (run > 0) {
        begin_word(text);
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

/// Before `text`.
void Layout::begin_word(std::string_view text) {
  if (!text_.empty()) {
    const std::string_view gap = gap_ == kLineFeed ? gap_of_line(text_, text) : gap_;
    text_.append(breaks_ >= kParagraph ? "\n\n" : breaks_ == 1 ? "\n" : gap);
  }
  breaks_ = 0;
  gap_ = {};
}

void Layout::add_character(std::string_view& text) {
  begin_word(text);
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
