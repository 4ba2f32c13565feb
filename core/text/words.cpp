// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/words.h"

#include <algorithm>
#include <span>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/elisions.h"
#include "core/text/fold.h"

namespace nutgraf {
namespace {

constexpr unsigned kCased = chars::kUpper | chars::kLower;

bool is_consonant(char32_t c) {
  return (c >= 0x05D0 && c <= 0x05EA) || (c >= 0x0620 && c <= 0x064A) || (c >= 0x066E && c <= 0x06D3) ||
         (c >= 0x0750 && c <= 0x077F) || (c >= 0xFB50 && c <= 0xFEFC);
}

struct AsciiRun {
  std::uint32_t size = 0;
  unsigned flags = 0;
};

AsciiRun ascii_run(const CharacterTable& table, std::string_view text) {
  AsciiRun run;
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  const char* at = begin;
  for (; at != end; ++at) {
    const unsigned flags = table.ascii_word(*at);
    if (flags == 0) {
      break;
    }
    run.flags |= flags;
  }
  run.size = static_cast<std::uint32_t>(at - begin);
  return run;
}

std::uint32_t count_letters(const CharacterTable& table, std::string_view ascii) {
  return static_cast<std::uint32_t>(
      std::ranges::count_if(ascii, [&](char c) { return (table.ascii_word(c) & chars::kLetter) != 0; }));
}

void append_lower(std::string_view ascii, unsigned flags, std::string& out) {
  const std::size_t old = out.size();
  out += ascii;
  if ((flags & chars::kUpper) == 0) {
    return;
  }
  for (char& c : std::span(out).subspan(old)) {
    c = ascii::to_lower(c);
  }
}

/// Of the first letter in a word of ASCII that has one.
unsigned first_case(const CharacterTable& table, std::string_view ascii) {
  for (const char c : ascii) {
    if (const unsigned cased = table.ascii_word(c) & kCased; cased != 0) {
      return cased;
    }
  }
  return 0;
}

}  // namespace

struct WordReader::State {
  WordShape word;
  std::uint32_t term_end = 0;         // of what lies inside the span
  CharClass last = CharClass::Other;  // of the last character that is not Ignored
  std::uint16_t last_flags = 0;
  std::uint32_t letters_since_inner = 0;

  void note_first(unsigned flags) {
    if (word.first == 0) {
      word.first = static_cast<std::uint16_t>(flags);
    }
  }
};

WordShape WordReader::read(std::uint32_t begin, std::string& terms) const {
  State state;
  state.word.span = {begin, begin};
  state.word.next = begin;
  state.word.term.begin = static_cast<std::uint32_t>(terms.size());
  state.term_end = state.word.term.begin;
  take_ascii(state, terms);
  if (ends_at(state.word.next)) {
    state.word.term.end = state.term_end;
    return state.word;
  }
  while (state.word.next < text_.size()) {
    const Glyph glyph = table_.at(text_, state.word.next);
    if (!goes_on(state, glyph)) {
      break;
    }
    take(state, glyph, terms);
    take_ascii(state, terms);
  }
  WordShape& word = state.word;
  terms.resize(state.term_end);
  if ((word.flags & chars::kRefold) != 0) {
    terms.resize(word.term.begin);
    append_fold(text_.substr(begin, word.span.end - begin), LetterCase::Folded, terms);
  }
  word.term.end = static_cast<std::uint32_t>(terms.size());
  return word;
}

void WordReader::keep_elided(WordShape& word, std::string& terms) const {
  const std::size_t bytes =
      elided_bytes(std::string_view(terms).substr(word.term.begin, word.term.end - word.term.begin));
  if (bytes == 0) {
    return;
  }
  word.term.end = word.term.begin + static_cast<std::uint32_t>(bytes);
  terms.resize(word.term.end);
  word.flags = 0;
  word.letters = 0;
  for (word.next = word.span.begin; word.next < word.span.end;) {
    const Glyph glyph = table_.at(text_, word.next);
    word.next += glyph.size;
    if (glyph.character->kind == CharClass::Apostrophe) {
      word.span.end = word.next - glyph.size;
      break;
    }
    word.flags |= glyph.character->flags;
    word.letters += (glyph.character->flags & chars::kLetter) != 0 ? 1U : 0U;
  }
}

/// Is it plain, without looking further, that ASCII ends a word here? So do most words.
bool WordReader::ends_at(std::size_t end) const {
  constexpr unsigned char kFirstOther = 0x80;
  if (end >= text_.size()) {
    return true;
  }
  const auto sign = static_cast<unsigned char>(text_[end]);
  const Character& c = table_.ascii(sign);
  if (sign >= kFirstOther || c.kind <= CharClass::Joiner) {
    return false;
  }
  if ((c.flags & chars::kInner) == 0 || end + 1 == text_.size()) {
    return true;
  }
  return static_cast<unsigned char>(text_[end + 1]) < kFirstOther && table_.ascii_word(text_[end + 1]) == 0;
}

/// Letters and digits of ASCII, most of most texts, taken in one go.
void WordReader::take_ascii(State& state, std::string& terms) const {
  const std::string_view rest = text_.substr(state.word.next);
  const auto [size, flags] = ascii_run(table_, rest);
  if (size == 0) {
    return;
  }
  const std::string_view written = rest.substr(0, size);
  append_lower(written, flags, terms);
  const std::uint32_t letters = (flags & chars::kDigit) == 0 ? size : count_letters(table_, written);
  state.note_first(letters == 0 ? 0U : first_case(table_, written));
  state.word.next += size;
  state.word.span.end = state.word.next;
  state.term_end = static_cast<std::uint32_t>(terms.size());
  state.word.flags |= static_cast<std::uint16_t>(flags);
  state.word.letters += letters;
  state.letters_since_inner += letters;
  const Character& last = table_.ascii(static_cast<unsigned char>(written.back()));
  state.last = last.kind;
  state.last_flags = last.flags;
}

void WordReader::take(State& state, const Glyph& glyph, std::string& terms) const {
  const Character& c = *glyph.character;
  WordShape& word = state.word;
  terms.append(c.fold.data(), c.fold_size);
  word.next += glyph.size;
  word.flags |= c.flags;
  state.note_first(c.flags & kCased);
  if ((c.flags & chars::kLetter) != 0) {
    ++word.letters;
    ++state.letters_since_inner;
  }
  if ((c.flags & chars::kInner) != 0) {
    state.letters_since_inner = 0;
  }
  if (c.kind != CharClass::Joiner && (c.flags & chars::kInvisible) == 0) {
    word.span.end = word.next;
    state.term_end = static_cast<std::uint32_t>(terms.size());
  }
  if (c.kind != CharClass::Ignored) {
    state.last = c.kind;
    state.last_flags = c.flags;
  }
}

bool WordReader::goes_on(const State& state, const Glyph& glyph) const {
  const CharClass kind = glyph.character->kind;
  return kind <= CharClass::Ignored || (is_inner_sign(kind) && joins(state, glyph));
}

/// Does an inner sign such as an apostrophe stand between two letters or two digits?
bool WordReader::joins(const State& state, const Glyph& glyph) const {
  const std::size_t at = skip_ignored(state.word.next + glyph.size);
  if (at >= text_.size()) {
    return false;
  }
  const CharClass sign = glyph.character->kind;
  const CharClass next = table_.at(text_, at).character->kind;
  if (sign == CharClass::Quote) {
    return state.last == CharClass::Hebrew && next == CharClass::Hebrew;
  }
  if (state.last == CharClass::Digit) {
    return next == CharClass::Digit && sign != CharClass::MidLetter;
  }
  const bool letters = state.last <= CharClass::Hebrew && next <= CharClass::Hebrew && sign != CharClass::MidNumber;
  return letters && !(sign == CharClass::Stop && lacks_blank(state, at));
}

/// Is a space missing after the stop before `at`: peace.The, metres.A, J.Smith?
bool WordReader::lacks_blank(const State& state, std::size_t at) const {
  constexpr std::uint32_t kLongWord = 4;  // Ph.D and Inc.A may be one word
  const std::uint32_t before = state.letters_since_inner;
  if (before == 1) {
    return begins_name(at);
  }
  if ((state.last_flags & chars::kLower) != 0) {
    return begins_sentence(at) || (before >= kLongWord && is_lone_capital(at));
  }
  // Arabic and Hebrew have no capitals; short parts may be the letters of an acronym.
  const std::uint32_t after = before < 3 ? 0 : consonants_from(at, 3);
  return after >= 3 || (after == 2 && before >= kLongWord);
}

std::size_t WordReader::skip_ignored(std::size_t at) const {
  while (at < text_.size()) {
    const Glyph glyph = table_.at(text_, at);
    if (glyph.character->kind != CharClass::Ignored) {
      break;
    }
    at += glyph.size;
  }
  return at;
}

/// How many letters of Arabic or Hebrew begin here, of at most so many.
std::uint32_t WordReader::consonants_from(std::size_t at, std::uint32_t most) const {
  std::uint32_t count = 0;
  while (count < most && at < text_.size()) {
    const utf8::Decoded letter = utf8::decode(text_, at);
    if (!is_consonant(letter.code)) {
      break;
    }
    ++count;
    at = skip_ignored(at + letter.size);
  }
  return count;
}

/// A capital, a small letter and one more: no part of an acronym (M.Sc).
bool WordReader::begins_name(std::size_t at) const {
  const std::size_t second = skip_ignored(at + table_.at(text_, at).size);
  if (second >= text_.size() || (table_.at(text_, at).character->flags & chars::kUpper) == 0) {
    return false;
  }
  const Glyph small = table_.at(text_, second);
  const std::size_t third = skip_ignored(second + small.size);
  return (small.character->flags & chars::kLower) != 0 && third < text_.size() &&
         (table_.at(text_, third).character->flags & chars::kLetter) != 0;
}

/// A word of one capital, before white space.
bool WordReader::is_lone_capital(std::size_t at) const {
  const Glyph capital = table_.at(text_, at);
  const std::size_t next = skip_ignored(at + capital.size);
  if ((capital.character->flags & chars::kUpper) == 0 || next >= text_.size()) {
    return false;
  }
  const CharClass after = table_.at(text_, next).character->kind;
  return after == CharClass::Blank || after == CharClass::LineEnd;
}

/// A capital with a small letter after it.
bool WordReader::begins_sentence(std::size_t at) const {
  const Glyph capital = table_.at(text_, at);
  const std::size_t second = at + capital.size;
  return (capital.character->flags & chars::kUpper) != 0 && second < text_.size() &&
         (table_.at(text_, second).character->flags & chars::kLower) != 0;
}

}  // namespace nutgraf
