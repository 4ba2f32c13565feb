// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/characters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <memory>
#include <string>

#include "core/base/utf8.h"
#include "core/text/fold.h"
#include "core/text/unfold.h"
#include "core/text/unicode.h"

namespace nutgraf {
namespace {

bool has(UChar32 c, UProperty property) {
  return u_hasBinaryProperty(c, property) != 0;
}

UScriptCode script_of(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript(c, &error);
}

bool is_cjk(UChar32 c, int word_break) {
  if (word_break == U_WB_KATAKANA || has(c, UCHAR_IDEOGRAPHIC) || c == 0x3006) {
    return true;
  }
  if (!has(c, UCHAR_ALPHABETIC)) {
    return false;
  }
  const UScriptCode script = script_of(c);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || script == USCRIPT_HANGUL;
}

bool is_complex(UChar32 c) {
  return u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

/// Pictures, not the signs of print that may also be shown as pictures (©, ™, arrows).
bool is_emoji(UChar32 c) {
  constexpr UChar32 kFirstPicture = 0x2600;
  constexpr UChar32 kFirstIdeographicSign = 0x3000;
  constexpr UChar32 kFirstAstral = 0x10000;
  return has(c, UCHAR_EXTENDED_PICTOGRAPHIC) && has(c, UCHAR_EMOJI) &&
         (has(c, UCHAR_EMOJI_PRESENTATION) || (c >= kFirstPicture && (c < kFirstIdeographicSign || c >= kFirstAstral)));
}

/// White space and the signs whose class is ours, not UAX #29's. Other = not one of them.
CharClass tailored(UChar32 c) {
  if (c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029) {
    return CharClass::LineEnd;
  }
  if (u_isUWhiteSpace(c) || c == 0x200B) {
    return CharClass::Blank;
  }
  if (is_apostrophe(static_cast<char32_t>(c))) {
    return CharClass::Apostrophe;
  }
  if (c == '-' || c == 0x2010 || c == 0x2011) {
    return CharClass::Hyphen;
  }
  if (c == 0x201C || c == 0x201D || c == 0x2033 || c == 0xFF02) {
    return CharClass::Quote;  // as people write gershayim
  }
  return CharClass::Other;
}

CharClass by_word_break(UChar32 c, int word_break) {
  switch (word_break) {
    case U_WB_ALETTER:
      return CharClass::Letter;
    case U_WB_HEBREW_LETTER:
      return CharClass::Hebrew;
    case U_WB_NUMERIC:
      return c == 0x066B ? CharClass::MidNumber : CharClass::Digit;  // the Arabic decimal separator
    case U_WB_EXTENDNUMLET:
      return CharClass::Joiner;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
    case U_WB_ZWJ:
      return CharClass::Ignored;
    case U_WB_MIDLETTER:
      // A colon separates words: Swedish endings are rarer than missing spaces.
      return c == ':' || c == 0xFE55 || c == 0xFF1A ? CharClass::Other : CharClass::MidLetter;
    case U_WB_MIDNUM:
      // Fractions are cut at their slash, however it is written.
      return c == ';' || c == 0x037E || c == 0xFE54 || c == 0xFF1B || c == 0x2044 ? CharClass::Other
                                                                                  : CharClass::MidNumber;
    case U_WB_MIDNUMLET:
      return CharClass::Stop;
    case U_WB_DOUBLE_QUOTE:
      return CharClass::Quote;
    case U_WB_REGIONAL_INDICATOR:
      return CharClass::Flag;
    default:
      // No letter is ever lost, whatever script Unicode adds.
      return is_emoji(c) ? CharClass::Emoji : (u_isalpha(c) ? CharClass::Letter : CharClass::Other);
  }
}

bool is_subscript_digit(UChar32 c) {
  return u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE) == U_DT_SUB &&
         u_getIntPropertyValue(c, UCHAR_NUMERIC_TYPE) == U_NT_DIGIT;
}

CharClass class_of(UChar32 c) {
  const CharClass ours = tailored(c);
  if (ours != CharClass::Other) {
    return ours;
  }
  if (is_subscript_digit(c)) {
    return CharClass::Digit;
  }
  const int word_break = u_getIntPropertyValue(c, UCHAR_WORD_BREAK);
  const CharClass standard = by_word_break(c, word_break);
  if (standard == CharClass::Ignored || standard == CharClass::Digit) {
    return standard;
  }
  if (is_cjk(c, word_break)) {
    return CharClass::Cjk;
  }
  if (is_complex(c)) {
    return CharClass::Complex;
  }
  const bool may_unfold = standard != CharClass::Emoji && standard != CharClass::Flag;
  return may_unfold && !unfolded(static_cast<char32_t>(c)).empty() ? CharClass::Unfolds : standard;
}

unsigned stop_flags(UChar32 c) {
  constexpr UChar32 kEllipsis = 0x2026;
  if (c == kEllipsis) {
    return chars::kEllipsis;
  }
  switch (u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK)) {
    case U_SB_ATERM:
      return chars::kFullStop;
    case U_SB_STERM: {
      const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
      const bool wide = width == U_EA_WIDE || width == U_EA_FULLWIDTH || width == U_EA_HALFWIDTH;
      return chars::kTerminal | (wide ? chars::kWideStop : 0U);
    }
    case U_SB_CLOSE:
      return chars::kCloser;
    default:
      return 0;
  }
}

unsigned letter_flags(UChar32 c) {
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
      return chars::kLetter | chars::kUpper;
    case U_TITLECASE_LETTER:
      return chars::kLetter | chars::kUpper | chars::kLower;
    case U_LOWERCASE_LETTER:
      return chars::kLetter | (unicode::is_lower(static_cast<char32_t>(c)) ? chars::kLower : 0U);
    case U_DECIMAL_DIGIT_NUMBER:
      return chars::kDigit;
    case U_OTHER_NUMBER:
      return is_subscript_digit(c) ? chars::kDigit : 0U;
    default:
      return has(c, UCHAR_ALPHABETIC) ? chars::kLetter : 0U;
  }
}

/// Signs that belong to the number beside them.
unsigned number_sign_flags(UChar32 c) {
  constexpr std::u16string_view kShares = u"%\u00B0\u2030\u2031\u066A\u0609\u060A\uFE6A\uFF05";
  if (u_charType(c) == U_CURRENCY_SYMBOL) {
    return chars::kMoney;
  }
  return c <= 0xFFFF && kShares.find(static_cast<char16_t>(c)) != std::u16string_view::npos ? chars::kShare : 0U;
}

/// May the fold of this character be written without looking at what is beside it?
bool folds_alone(UChar32 c, const std::string& fold) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCCasefoldInstance(error);
  if (U_FAILURE(error) != 0 || fold.size() > 4) {
    return false;
  }
  if (fold.empty()) {
    return true;
  }
  const auto first = static_cast<UChar32>(utf8::decode(fold, 0).code);
  return nfkc->hasBoundaryBefore(c) != 0 && nfkc->hasBoundaryBefore(first) != 0;
}

Character describe(UChar32 c) {
  Character out;
  out.kind = class_of(c);
  unsigned flags = stop_flags(c) | letter_flags(c) | number_sign_flags(c) |
                   (is_inner_sign(out.kind) || out.kind == CharClass::Joiner ? chars::kInner : 0U) |
                   (c >= 0x80 ? chars::kNotAscii : 0U);
  // Lone surrogates are never decoded, and have no fold.
  std::string fold;
  if (u_charType(c) != U_SURROGATE) {
    std::string written;
    utf8::append(written, static_cast<char32_t>(c));
    append_fold(written, LetterCase::Folded, fold);
  }
  if (has(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) {
    flags |= chars::kInvisible;
  }
  if (folds_alone(c, fold)) {
    out.fold_size = static_cast<std::uint8_t>(fold.size());
    std::ranges::copy(fold, out.fold.begin());
  } else {
    flags |= chars::kRefold;
  }
  out.flags = static_cast<std::uint16_t>(flags);
  return out;
}

}  // namespace

const CharacterTable& CharacterTable::instance() {
  static const CharacterTable table;
  return table;
}

CharacterTable::CharacterTable() {
  for (UChar32 c = 0; c < 0x80; ++c) {
    const auto at = static_cast<std::size_t>(c);
    ascii_[at] = describe(c);
    if (ascii_[at].kind <= CharClass::Digit) {
      ascii_words_[at] = static_cast<std::uint8_t>(ascii_[at].flags);
    }
  }
}

CharacterTable::~CharacterTable() {
  for (const auto& page : pages_) {
    const std::unique_ptr<const Page> owned(page.load());
  }
}

const CharacterTable::Page& CharacterTable::load(std::size_t number) const {
  auto fresh = std::make_unique<Page>();
  for (std::size_t i = 0; i < fresh->size(); ++i) {
    (*fresh)[i] = describe(static_cast<UChar32>(number * fresh->size() + i));
  }
  const Page* winner = nullptr;
  if (pages_[number].compare_exchange_strong(winner, fresh.get(), std::memory_order_acq_rel)) {
    winner = fresh.release();
  }
  return *winner;
}

Glyph CharacterTable::decode(std::string_view text, std::size_t at) const {
  const utf8::Decoded decoded = utf8::decode(text, at);
  return {&of(decoded.code), decoded.size};
}

}  // namespace nutgraf
