// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/pdf/drop_caps.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/lines/line_signs.h"

namespace nutgraf::read::pdf {
namespace {

/// Whether a character beyond ASCII is a letter rather than a sign.
bool is_letter_beyond_ascii(char32_t code) {
  constexpr char32_t kFirstLetter = 0xC0;
  constexpr char32_t kFirstSign = 0x2000;
  constexpr char32_t kLastSign = 0x303F;
  return code >= kFirstLetter && (code < kFirstSign || code > kLastSign);
}

/// One capital, a quotation mark before it allowed.
bool is_capital_alone(std::string_view text) {
  constexpr auto kQuotes = std::to_array<std::string_view>({"\u201C", "\u2018", "\u00AB", "\"", "'"});
  const auto* const quote = std::ranges::find_if(kQuotes, [&](std::string_view one) { return text.starts_with(one); });
  text.remove_prefix(quote == kQuotes.end() ? 0 : quote->size());
  if (text.empty()) {
    return false;
  }
  const utf8::Decoded letter = utf8::decode(text, 0);
  const bool is_letter = ascii::is_ascii(text[0]) ? ascii::is_upper(text[0]) : is_letter_beyond_ascii(letter.code);
  return letter.size == text.size() && is_letter && !lines::begins_lower(text);
}

/// Whether `cap` is the first letter of `word`, which begins the lines beside it.
bool is_drop_cap(const Word& cap, const Word& word) {
  constexpr double kHigh = 1.8;   // of the text's size
  constexpr double kClose = 1.0;  // of the text's size
  const double gap = word.box.left - cap.box.right;
  const double middle = (word.box.top + word.box.bottom) / 2;
  return is_capital_alone(cap.text) && word.size > 0 && cap.size > kHigh * word.size && gap > -word.size &&
         gap < kClose * word.size && middle > cap.box.top && middle < (cap.box.top + cap.box.bottom) / 2;
}

/// Whether a letter that is a word in some languages is one here: the page has the rest as a word, and not the whole.
bool is_word_of_its_own(const PageWords& page, const Word& cap, const Word& word) {
  constexpr auto kWords = std::to_array<std::string_view>({"A", "I", "O", "E", "Y", "\u00C0", "\u00C8", "\u00C9"});
  const auto occurs = [&](std::string_view text) {
    return std::ranges::any_of(page.words, [&](const Word& other) { return &other != &word && other.text == text; });
  };
  return std::ranges::find(kWords, cap.text) != kWords.end() && occurs(word.text) && !occurs(cap.text + word.text);
}

}  // namespace

std::vector<Word> with_drop_caps(const PageWords& page) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    const Word& cap = page.words[i];
    if (i + 1 == page.words.size() || !is_drop_cap(cap, page.words[i + 1])) {
      words.push_back(cap);
      continue;
    }
    ++i;
    words.push_back(page.words[i]);  // its place is that of the text: the lines beside the letter are one column
    words.back().text = cap.text + (is_word_of_its_own(page, cap, page.words[i]) ? " " : "") + page.words[i].text;
  }
  return words;
}

}  // namespace nutgraf::read::pdf
