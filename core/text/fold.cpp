// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>

#include "core/base/ascii.h"
#include "core/base/failure.h"
#include "core/base/utf8.h"

namespace nutgraf {
namespace {

using NormalizerOf = const icu::Normalizer2* (*)(UErrorCode&);

const icu::Normalizer2& load(NormalizerOf instance) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* found = instance(error);
  if (U_FAILURE(error) != 0) {
    throw Failure(ExitCode::Failed, "ICU's normalization data cannot be loaded",
                  "reinstall the package of ICU's library");
  }
  return *found;
}

const icu::Normalizer2& normalizer(LetterCase letter_case) {
  static const icu::Normalizer2& folding = load(&icu::Normalizer2::getNFKCCasefoldInstance);
  static const icu::Normalizer2& keeping = load(&icu::Normalizer2::getNFKCInstance);
  return letter_case == LetterCase::Folded ? folding : keeping;
}

/// Points above and below that compose with their letter (alef with madda) are letters, not vowel points.
bool is_arabic_point(char32_t c) {
  return (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x0652) || (c >= 0x0656 && c <= 0x065F) || c == 0x0670 ||
         (c >= 0x06D6 && c <= 0x06DC) || (c >= 0x06DF && c <= 0x06E4) || c == 0x06E7 || c == 0x06E8 ||
         (c >= 0x06EA && c <= 0x06ED) || (c >= 0x08D3 && c <= 0x08FF && c != 0x08E2);
}

bool is_hebrew_point(char32_t c) {
  return (c >= 0x0591 && c <= 0x05BD) || c == 0x05BF || c == 0x05C1 || c == 0x05C2 || c == 0x05C4 || c == 0x05C5 ||
         c == 0x05C7;
}

/// The digit of any script as one of ASCII.
char32_t plain_digit(char32_t c) {
  constexpr char32_t kFirstOther = 0x0660;
  if (c < kFirstOther || u_charType(static_cast<UChar32>(c)) != U_DECIMAL_DIGIT_NUMBER) {
    return c;
  }
  return U'0' + static_cast<char32_t>(u_charDigitValue(static_cast<UChar32>(c)));
}

/// Characters that keyboards and encodings use for one another.
char32_t unify(char32_t c) {
  if (is_apostrophe(c)) {
    return U'\'';
  }
  switch (c) {
    case 0x05F4:  // Hebrew gershayim, and what is written for it
    case 0x201C:
    case 0x201D:
    case 0x2033:
      return U'"';
    case 0x0609:  // Arabic per mille
      return 0x2030;
    case 0x066A:  // Arabic per cent
      return U'%';
    case 0x066B:  // Arabic decimal and thousands separators
      return U'.';
    case 0x066C:
      return U',';
    case 0x06A9:  // Persian kaf
      return 0x0643;
    case 0x06CC:  // Persian ya
      return 0x064A;
    case 0x0218:  // Romanian s and t with comma: cedillas, as older texts have them
      return 0x015E;
    case 0x0219:
      return 0x015F;
    case 0x021A:
      return 0x0162;
    case 0x021B:
      return 0x0163;
    default:
      return plain_digit(c);
  }
}

/// The dot that Turkish capital I keeps when it is folded.
bool is_dot_of_i(const icu::UnicodeString& text, std::int32_t at) {
  return text.char32At(at) == 0x0307 && at > 0 && text.charAt(at - 1) == u'i';
}

/// The text without what is removed, apostrophes made one.
icu::UnicodeString tidy(const icu::UnicodeString& text) {
  icu::UnicodeString out;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto c = static_cast<char32_t>(text.char32At(i));
    if (!is_removed(c) && !u_isUWhiteSpace(static_cast<UChar32>(c)) && !is_dot_of_i(text, i)) {
      out.append(static_cast<UChar32>(unify(c)));
    }
  }
  return out;
}

icu::UnicodeString normalize(const icu::UnicodeString& text, LetterCase letter_case) {
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString out;
  normalizer(letter_case).normalize(text, out, error);
  return out;
}

/// Letters, digits and signs of ASCII, without white space: only their case folds.
bool is_visible_ascii(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c > ' ' && c <= '~'; });
}

}  // namespace

bool is_apostrophe(char32_t c) {
  switch (c) {
    case U'\'':
    case 0x2018:
    case 0x2019:
    case 0x02B9:  // modifier letters: the okina, hamza, ayin and soft sign of romanised names
    case 0x02BA:
    case 0x02BB:
    case 0x02BC:
    case 0x02BD:
    case 0x02BE:
    case 0x02BF:
    case 0x02EE:
    case 0x2032:
    case 0x05F3:  // Hebrew geresh
    case 0xFF07:
      return true;
    default:
      return false;
  }
}

bool is_removed(char32_t c) {
  constexpr char32_t kTatweel = 0x0640;
  constexpr char32_t kKeycap = 0x20E3;
  return c == kTatweel || c == kKeycap || is_arabic_point(c) || is_hebrew_point(c) ||
         u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

void append_fold(std::string_view word, LetterCase letter_case, std::string& out) {
  if (is_visible_ascii(word)) {
    std::ranges::transform(word, std::back_inserter(out), [letter_case](char c) {
      return letter_case == LetterCase::Folded ? ascii::to_lower(c) : c;
    });
    return;
  }
  const auto given =
      icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  icu::UnicodeString folded = normalize(tidy(given), letter_case);
  // Compatibility forms may unfold to spaces and points; without those, letters may compose anew.
  const icu::UnicodeString tidied = tidy(folded);
  folded = tidied == folded ? folded : normalize(tidied, letter_case);
  folded.toUTF8String(out);
}

}  // namespace nutgraf
