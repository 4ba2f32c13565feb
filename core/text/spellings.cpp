// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/spellings.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "core/base/ascii.h"
#include "core/text/accents.h"
#include "core/text/variants.h"

namespace nutgraf {
namespace {

constexpr std::string_view kMiddleDot = "\u00B7";

// Written inside words where people without them write nothing: modifier letters, the opening quotation mark that
// stands for the okina, middle dots.
constexpr auto kSigns = std::to_array<std::string_view>(
    {"\u02B9", "\u02BA", "\u02BB", "\u02BC", "\u02BD", "\u02BE", "\u02BF", "\u02EE", "\u2018", "\u2027", kMiddleDot});

// What English writes after the apostrophe of a contraction.
constexpr auto kContracted = std::to_array<std::string_view>({"d", "em", "ll", "m", "n", "re", "s", "t", "ve"});

// Of German nouns for women, folded.
constexpr auto kEndings = std::to_array<std::string_view>({"innen", "in"});

bool has_sign(std::string_view written) {
  return std::ranges::any_of(kSigns,
                             [written](std::string_view sign) { return written.find(sign) != std::string_view::npos; });
}

bool is_contraction(std::string_view term) {
  const std::size_t apostrophe = term.rfind('\'');
  return apostrophe != std::string_view::npos &&
         std::ranges::find(kContracted, term.substr(apostrophe + 1)) != kContracted.end();
}

void erase_all(std::string& word, std::string_view sign) {
  for (std::size_t at = word.find(sign); at != std::string::npos; at = word.find(sign, at)) {
    word.erase(at, sign.size());
  }
}

/// leser_innen -> leserinnen; other underscores stay.
std::string without_underscore(std::string_view term) {
  const std::size_t at = term.find('_');
  if (at == std::string_view::npos || at == 0 || std::ranges::find(kEndings, term.substr(at + 1)) == kEndings.end()) {
    return {};
  }
  std::string word(term);
  word.erase(at, 1);
  return word;
}

bool is_letter_byte(char c) {
  return ascii::is_word_byte(c) && !ascii::is_digit(c);
}

/// How long the ending at this place is; 0 where none is there or the word continues.
std::size_t ending_at(std::string_view text, std::size_t at) {
  for (const std::string_view ending : kEndings) {
    const std::string_view here = text.substr(std::min(at, text.size()), ending.size());
    const bool same = std::ranges::equal(here, ending, [](char a, char b) { return (a | 0x20) == b; });
    if (same && (at + ending.size() == text.size() || !is_letter_byte(text[at + ending.size()]))) {
      return ending.size();
    }
  }
  return 0;
}

}  // namespace

std::vector<std::string> spellings_without_sign(std::string_view written, std::string_view term) {
  std::vector<std::string> spellings;
  std::string bare = without_underscore(term);
  if (bare.empty() && has_sign(written) && !is_contraction(term)) {
    bare = term;
    erase_all(bare, "'");
    erase_all(bare, kMiddleDot);
    erase_all(bare, "\u2027");
  }
  if (bare.empty() || bare == term) {
    return spellings;
  }
  spellings.push_back(bare);
  // Whoever leaves out the sign leaves out the accents too.
  std::ranges::move(base_spellings({}, bare), std::back_inserter(spellings));
  return spellings;
}

std::size_t bytes_to_ending(std::string_view text, std::size_t at) {
  if (!may_have_ending(text, at)) {
    return 0;
  }
  const std::size_t sign = text[at] == '/' && text[at + 1] == '-' ? 2 : 1;
  const std::size_t size = ending_at(text, at + sign);
  const std::size_t end = at + sign + size;
  // "and/in" and "(in" are words of English.
  const bool too_short = text[at] == '/' && size < kEndings.front().size();
  const bool closed = text[at] != '(' || (end < text.size() && text[end] == ')');
  return size == 0 || too_short || !closed ? 0 : sign;
}

}  // namespace nutgraf
