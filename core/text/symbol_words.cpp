// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/symbol_words.h"

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/variants.h"

namespace nutgraf {
namespace {

bool is_word_byte(std::string_view text, std::size_t at) {
  return at < text.size() && (ascii::is_word_byte(text[at]) || text[at] == '_');
}

bool is_letter_byte(std::string_view text, std::size_t at) {
  return is_word_byte(text, at) && !ascii::is_digit(text[at]);
}

/// Would the word go on here? A character of Chinese or Thai begins another one.
bool is_of_word(std::string_view text, std::size_t at) {
  return is_word_byte(text, at) && CharacterTable::instance().at(text, at).character->kind <= CharClass::Ignored;
}

void take_symbols(std::uint32_t size, std::string_view text, WordShape& word, std::string& terms) {
  terms += text.substr(word.span.end, size);
  word.span.end += size;
  word.next = word.span.end;
  word.term.end += size;
}

bool has_only_letters(const WordShape& word) {
  return (word.flags & (chars::kDigit | chars::kInner | chars::kNotAscii)) == 0;
}

bool take_ampersand(const WordReader& reader, std::string_view text, WordShape& word, std::string& terms) {
  constexpr std::uint32_t kMaxLetters = 4;
  const std::uint32_t after = word.span.end + 1;
  if (!has_only_letters(word) || word.letters >= kMaxLetters || !is_letter_byte(text, after) || text[after] == '_' ||
      static_cast<unsigned char>(text[after]) >= 0x80) {
    return false;
  }
  const std::size_t old = terms.size();
  terms += '&';
  const WordShape second = reader.read(after, terms);
  const std::string_view bare =
      without_possessive(std::string_view(terms).substr(second.term.begin, second.term.end - second.term.begin));
  const bool entity = second.next < text.size() && text[second.next] == ';';
  if (entity || (second.flags & (chars::kDigit | chars::kRefold)) != 0 ||
      bare.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string_view::npos ||
      word.letters + bare.size() > kMaxLetters) {
    terms.resize(old);
    return false;
  }
  word.span.end = second.span.end;
  word.next = second.next;
  word.term.end = second.term.end;
  word.flags |= second.flags;
  word.letters += second.letters;
  return true;
}

}  // namespace

Symbols extend_by_symbols(const WordReader& reader, std::string_view text, WordShape& word, std::string& terms) {
  const std::size_t end = word.span.end;
  if (end >= text.size() || end != word.next) {
    return Symbols::None;
  }
  const std::string_view rest = text.substr(end);
  if (rest.starts_with("++") && !rest.starts_with("+++") &&
      (!is_of_word(text, end + 2) || ascii::is_digit(text[end + 2])) && word.letters != 0) {
    take_symbols(2, text, word, terms);
    return Symbols::Pluses;
  }
  if (rest[0] == '#' && word.letters == 1 && has_only_letters(word) && !rest.starts_with("##") &&
      !is_of_word(text, end + 1)) {
    take_symbols(1, text, word, terms);
    return Symbols::Sharp;
  }
  if (rest[0] == '&' && take_ampersand(reader, text, word, terms)) {
    return Symbols::Ampersand;
  }
  return Symbols::None;
}

void take_possessive(const WordReader& reader, std::string_view text, WordShape& word, std::string& terms) {
  const std::size_t end = word.span.end;
  // What is not seen may follow, and an elided word has its apostrophe there.
  if (end >= text.size() || end != word.next) {
    return;
  }
  const std::size_t mark = mark_bytes(text, end);
  if (end + mark >= text.size()) {
    return;
  }
  const Glyph apostrophe = CharacterTable::instance().at(text, end + mark);
  const std::size_t ending = end + mark + apostrophe.size;
  if (apostrophe.character->kind != CharClass::Apostrophe || ending >= text.size() ||
      ascii::to_lower(text[ending]) != 's') {
    return;
  }
  const std::size_t old = terms.size();
  terms += text.substr(end, mark);
  terms += '\'';
  const WordShape letter = reader.read(static_cast<std::uint32_t>(ending), terms);
  // Of '70s sounds or 5'6" nothing is an ending.
  if (letter.term.end - letter.term.begin != 1) {
    terms.resize(old);
    return;
  }
  word.span.end = letter.span.end;
  word.next = letter.next;
  word.term.end = letter.term.end;
  // Not the letter's case: it is no part of how the word is written.
  word.flags |= chars::kInner;
}

LeadingSymbol leading_symbol(const CharacterTable& table, std::string_view text, std::uint32_t begin) {
  if (!may_have_leading_symbol(text, begin)) {
    return LeadingSymbol::None;
  }
  const char mark = text[begin - 1];
  if (begin == 1) {
    return static_cast<LeadingSymbol>(mark);
  }
  const Character& c = *table.at(text, utf8::step_back(text, begin - 1)).character;
  const bool apart = c.kind == CharClass::Blank || c.kind == CharClass::LineEnd || (c.flags & chars::kCloser) != 0;
  return apart ? static_cast<LeadingSymbol>(mark) : LeadingSymbol::None;
}

}  // namespace nutgraf
