// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/unfold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "core/base/utf8.h"
#include "core/text/characters.h"

namespace nutgraf {
namespace {

// Separates a word that is written out from its neighbours; no word contains it.
constexpr std::string_view kSlash = "\u2044";
// Stands for a note's number: like it, it may follow a stop.
constexpr std::string_view kNoteMark = ")";

// Written with a raised 2 or 3; any single letter is too.
constexpr auto kUnits = std::to_array<std::string_view>({
    "cm", "dm", "ft", "hm", "in", "km", "mc", "mi", "mm", "nm", "px",
    "um", "yd", "µm", "μm", "дм", "км", "мм", "см", "سم", "كم", "مم",
});

int decomposition(UChar32 c) {
  return u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE);
}

bool is_letter(UChar32 c) {
  return u_isUAlphabetic(c) != 0;
}

bool is_word_character(UChar32 c) {
  return is_letter(c) || u_isdigit(c) != 0;
}

bool is_superscript_digit(UChar32 c) {
  return decomposition(c) == U_DT_SUPER && u_getIntPropertyValue(c, UCHAR_NUMERIC_TYPE) == U_NT_DIGIT;
}

/// Of a superscript, which is not a decimal digit to ICU.
int digit_value(UChar32 c) {
  return static_cast<int>(u_getNumericValue(c));
}

icu::UnicodeString compatible(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* const nfkc = icu::Normalizer2::getNFKCInstance(error);
  return U_FAILURE(error) != 0 ? icu::UnicodeString() : nfkc->normalize(icu::UnicodeString(c), error);
}

/// A number in a circle that Unicode calls compatible with nothing: ❸ ⓬ ⓿; -1 for other characters.
int dark_number(UChar32 c) {
  const bool circled = (c >= 0x2776 && c <= 0x2793) || (c >= 0x24EB && c <= 0x24FF);
  return circled ? digit_value(c) : -1;
}

template <typename Is>
bool holds(const icu::UnicodeString& text, Is is) {
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    if (is(text.char32At(i))) {
      return true;
    }
  }
  return false;
}

/// Several letters in one, which a word may contain: Ⅳ. Small ones fold alike without this.
bool is_long_numeral(UChar32 c, const icu::UnicodeString& written_out) {
  return u_charType(c) == U_LETTER_NUMBER && written_out.countChar32() > 1;
}

/// Ｒ＆Ｄ, Ｃ＋＋: letters of full width and the signs that words of letters may contain.
bool is_wide_latin(UChar32 c) {
  return (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A) || c == 0xFF03 || c == 0xFF06 || c == 0xFF0B;
}

/// Does it stand for words, though it is no letter or digit, or for several words?
bool stands_for_words(UChar32 c, const icu::UnicodeString& written_out) {
  if (is_wide_latin(c)) {
    return true;
  }
  if (is_letter(c)) {
    return written_out.indexOf(u' ') > 0 || is_long_numeral(c, written_out);
  }
  const int kind = decomposition(c);
  return kind != U_DT_SUPER && kind != U_DT_SUB && kind != U_DT_CANONICAL && u_isdigit(c) == 0 &&
         holds(written_out, is_word_character);
}

UChar32 character_before(std::string_view text, std::uint32_t at) {
  return at == 0 ? ' ' : static_cast<UChar32>(utf8::decode(text, utf8::step_back(text, at)).code);
}

UChar32 character_at(std::string_view text, std::uint32_t at) {
  return at >= text.size() ? ' ' : static_cast<UChar32>(utf8::decode(text, at).code);
}

/// The letters directly before a place.
std::string_view letters_before(std::string_view text, std::uint32_t at) {
  std::uint32_t begin = at;
  while (begin > 0 && is_letter(character_before(text, begin))) {
    begin = utf8::step_back(text, begin);
  }
  return text.substr(begin, at - begin);
}

bool is_metre(std::string_view base) {
  return base == "m" || base == "м" || base == "م";
}

/// m², x³, km²: a unit or a variable and its power. After other words the number is a note's (1990s², 3D²).
bool is_power(std::string_view text, ByteSpan digits) {
  const std::string_view base = letters_before(text, digits.begin);
  const auto digit = digit_value(character_at(text, digits.begin));
  const utf8::Decoded first = utf8::decode(text, digits.begin);
  if (base.empty() || digit < 2 || digits.end - digits.begin != first.size) {
    return false;
  }
  const UChar32 before = character_before(text, digits.begin - static_cast<std::uint32_t>(base.size()));
  if (before == '_' || before == '\'' || before == 0x2019) {
    return false;
  }
  // A character of a run is a word.
  const utf8::Decoded letter = utf8::decode(base, 0);
  const bool single =
      letter.size == base.size() && CharacterTable::instance().of(letter.code).kind <= CharClass::Hebrew;
  return (single && (u_isdigit(before) == 0 || is_metre(base))) ||
         (digit <= 3 && std::ranges::find(kUnits, base) != kUnits.end());
}

/// Does what is before a raised number end there, so that the number is a note's? A raised bracket is the note's too.
bool ends_before(UChar32 before) {
  constexpr UChar32 kRaisedBracket = 0x207D;
  if (before == kRaisedBracket) {
    return true;
  }
  switch (u_charType(before)) {
    case U_START_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_MATH_SYMBOL:
      return false;
    default:
      return u_isUWhiteSpace(before) == 0;
  }
}

/// May the number before it be part of the word: 50㎞?
bool joins_number(UChar32 c, UChar32 before, const std::string& written_out) {
  return decomposition(c) == U_DT_SQUARE && u_isdigit(before) != 0 && is_letter(character_at(written_out, 0));
}

}  // namespace

std::string unfolded(char32_t code) {
  const auto c = static_cast<UChar32>(code);
  std::string out;
  if (u_charType(c) == U_SURROGATE) {
    return out;
  }
  if (const int number = dark_number(c); number >= 0) {
    return std::to_string(number);
  }
  const icu::UnicodeString written_out = compatible(c);
  if (written_out != icu::UnicodeString(c) && (is_superscript_digit(c) || stands_for_words(c, written_out))) {
    written_out.toUTF8String(out);
  }
  return out;
}

UnfoldedText::UnfoldedText(std::string_view given) {
  const CharacterTable& table = CharacterTable::instance();
  text_.reserve(given.size() + given.size() / 8);
  std::uint32_t done = 0;
  for (std::uint32_t at = 0; at < given.size();) {
    const Glyph glyph = table.at(given, at);
    const ByteSpan character{at, at + glyph.size};
    at = character.end;
    if (glyph.character->kind == CharClass::Unfolds) {
      text_ += given.substr(done, character.begin - done);
      if (is_superscript_digit(character_at(given, character.begin))) {
        at = unfold_superscripts(given, character.begin);
      } else {
        unfold(given, character);
      }
      done = at;
    }
  }
  text_ += given.substr(done);
}

void UnfoldedText::unfold(std::string_view given, ByteSpan character) {
  const UChar32 c = character_at(given, character.begin);
  const UChar32 before = character_before(text_, static_cast<std::uint32_t>(text_.size()));
  const UChar32 after = character_at(given, character.end);
  std::string by = unfolded(static_cast<char32_t>(c));
  const bool is_character = u_hasBinaryProperty(c, UCHAR_RADICAL) != 0;  // of a run, as PDF files write some
  if (!is_character && (!is_letter(c) || by.find(' ') != std::string::npos)) {
    const UChar32 last = character_before(by, static_cast<std::uint32_t>(by.size()));
    const bool joins = joins_number(c, before, by);
    if (is_word_character(last) && is_word_character(after)) {
      by += kSlash;
    }
    if (!joins && is_word_character(before) && is_word_character(character_at(by, 0))) {
      by.insert(0, kSlash);
    }
  }
  replace(character, by);
}

/// The digits of a power belong to its word; a number by itself is a word; a note's number is none.
std::uint32_t UnfoldedText::unfold_superscripts(std::string_view given, std::uint32_t begin) {
  ByteSpan digits{begin, begin};
  std::string by;
  for (UChar32 c = character_at(given, digits.end); is_superscript_digit(c); c = character_at(given, digits.end)) {
    by += static_cast<char>('0' + digit_value(c));
    digits.end += utf8::decode(given, digits.end).size;
  }
  if (is_power(given, digits)) {
    replace(digits, by);
  } else if (ends_before(character_before(given, digits.begin))) {
    replace(digits, kNoteMark);
  } else {
    by += is_word_character(character_at(given, digits.end)) ? kSlash : std::string_view();
    replace(digits, by);
  }
  return digits.end;
}

void UnfoldedText::replace(ByteSpan written, std::string_view by) {
  const auto begin = static_cast<std::uint32_t>(text_.size());
  text_ += by;
  changes_.push_back({written, {begin, static_cast<std::uint32_t>(text_.size())}});
}

std::uint32_t UnfoldedText::begin_of(std::uint32_t byte) const {
  const auto after = std::ranges::upper_bound(changes_, byte, {}, [](const Change& c) { return c.read.begin; });
  if (after == changes_.begin()) {
    return byte;
  }
  const Change& change = *std::prev(after);
  return byte < change.read.end ? change.written.begin : change.written.end + (byte - change.read.end);
}

std::uint32_t UnfoldedText::end_of(std::uint32_t byte) const {
  const auto after = std::ranges::lower_bound(changes_, byte, {}, [](const Change& c) { return c.read.begin; });
  if (after == changes_.begin()) {
    return byte;
  }
  const Change& change = *std::prev(after);
  return byte <= change.read.end ? change.written.end : change.written.end + (byte - change.read.end);
}

void UnfoldedText::restore(Analysis& analysis) const {
  for (Token& token : analysis.tokens) {
    token.span = {begin_of(token.span.begin), end_of(token.span.end)};
  }
  for (std::vector<Boundary>* const boundaries : {&analysis.sentences, &analysis.paragraphs}) {
    for (Boundary& boundary : *boundaries) {
      boundary.byte = begin_of(boundary.byte);
    }
  }
}

}  // namespace nutgraf
