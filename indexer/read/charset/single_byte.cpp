// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/charset/single_byte.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "core/base/ascii.h"
#include "indexer/read/charset/alphabets.h"

namespace nutgraf::read::charset {
namespace {

constexpr unsigned char kHigh = 0x80;

enum class Kind : std::uint8_t { Edge, Letter, Mark, Digit, Quote, Symbol, Frame, Invisible, Meaningless };

/// A character, as far as its neighbours and its place are judged.
struct Sign {
  Kind kind = Kind::Edge;
  Script script = Script::Other;
  enum class Case : std::uint8_t { None, Lower, Upper } letter_case = Case::None;
  char16_t code = 0;
};

constexpr std::u16string_view kUsualSigns = u"“”‘’„‚…–—«»•·°§©®€£¿¡‹›™،؛؟―";

Sign high_sign(char16_t code) {
  if (code == 0 || (code >= 0x80 && code < 0xA0)) {
    return {Kind::Meaningless};
  }
  if (u_isalpha(code) != 0) {
    const Sign::Case letter_case = u_islower(code) != 0   ? Sign::Case::Lower
                                   : u_isupper(code) != 0 ? Sign::Case::Upper
                                                          : Sign::Case::None;
    return {Kind::Letter, script_of(code), letter_case, code};
  }
  switch (u_charType(code)) {
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
      return {Kind::Mark, script_of(code), Sign::Case::None, code};
    case U_DECIMAL_DIGIT_NUMBER:
      return {Kind::Digit};
    case U_SPACE_SEPARATOR:
    case U_FORMAT_CHAR:
      return {Kind::Invisible};
    case U_UNASSIGNED:
    case U_PRIVATE_USE_CHAR:
    case U_CONTROL_CHAR:
      return {Kind::Meaningless};
    default:
      break;
  }
  if (code >= 0x2500 && code < 0x25A0) {
    return {Kind::Frame};
  }
  return {kUsualSigns.find(code) == std::u16string_view::npos ? Kind::Symbol : Kind::Quote, Script::Other,
          Sign::Case::None, code};
}

Sign ascii_sign(char c) {
  if (ascii::is_letter(c)) {
    return {Kind::Letter, Script::Latin, ascii::is_upper(c) ? Sign::Case::Upper : Sign::Case::Lower, 0};
  }
  return {ascii::is_digit(c) ? Kind::Digit : Kind::Edge};
}

using Signs = std::array<Sign, 256>;

Signs signs_of(const HighHalf& meanings) {
  Signs signs;
  for (std::size_t byte = 0; byte < signs.size(); ++byte) {
    signs[byte] = byte < kHigh ? ascii_sign(static_cast<char>(byte)) : high_sign(meanings[byte - kHigh]);
  }
  return signs;
}

bool is_letter(const Sign& sign) {
  return sign.kind == Kind::Letter;
}

/// Letters that only end a word, and those that never do.
constexpr std::u16string_view kFinal = u"ςךםןףץ";
constexpr std::u16string_view kNeverFinal = u"σ";

double judge_letter(const Sign& before, const Sign& letter, const Sign& after) {
  double score = 0;
  if (is_letter(before)) {
    score -= before.letter_case == Sign::Case::Lower && letter.letter_case == Sign::Case::Upper ? 4 : 0;
    score -= before.script != letter.script ? 3 : 0;
    // Words in capitals are rare; capitals of one alphabet are small letters of another.
    score -= before.letter_case == Sign::Case::Upper && letter.letter_case == Sign::Case::Upper ? 0.5 : 0;
  }
  if (is_letter(after)) {
    // After an ASCII letter the next one is not judged, so it is here.
    const bool rises = letter.letter_case == Sign::Case::Lower && after.letter_case == Sign::Case::Upper;
    score -= after.code == 0 && rises ? 4 : 0;
    score -= after.code == 0 && letter.script != Script::Latin ? 3 : 0;
  }
  const bool ends = !is_letter(after) && after.kind != Kind::Mark;
  if (kFinal.find(letter.code) != std::u16string_view::npos) {
    score += ends ? 1 : -4;
  } else if (kNeverFinal.find(letter.code) != std::u16string_view::npos) {
    score -= ends && is_letter(before) ? 3 : 0;
  }
  return score;
}

/// One sign from the upper half of an encoding, letters' languages aside.
double judge_place(const Sign& before, const Sign& sign, const Sign& after) {
  const bool inside_word = is_letter(before) && is_letter(after);
  switch (sign.kind) {
    case Kind::Letter:
      return judge_letter(before, sign, after);
    case Kind::Mark:
      return (is_letter(before) || before.kind == Kind::Mark) && before.script == sign.script ? 0.4 : -4;
    case Kind::Quote: {
      const bool joins = sign.code == u'’' || sign.code == u'·' || sign.code == u'–' || sign.code == u'—';
      return inside_word && !joins ? -3 : 0.2;
    }
    case Kind::Symbol:
      return inside_word ? -4 : -1;
    case Kind::Frame:
      return before.kind == Kind::Frame || after.kind == Kind::Frame ? -1 : -3;
    case Kind::Meaningless:
      return -12;
    case Kind::Edge:
    case Kind::Digit:
    case Kind::Invisible:
      break;
  }
  return 0;
}

double judge_letters(const std::array<std::uint32_t, 256>& counts, const Signs& signs) {
  double best = 0;
  bool any = false;
  for (const Alphabet& alphabet : alphabets()) {
    double score = 0;
    for (std::size_t byte = kHigh; byte < signs.size(); ++byte) {
      if (counts[byte] == 0 || !is_letter(signs[byte])) {
        continue;
      }
      const auto lower = static_cast<char16_t>(u_tolower(signs[byte].code));
      const bool common = alphabet.common.find(lower) != std::u16string_view::npos;
      const bool rare = !common && alphabet.rare.find(lower) != std::u16string_view::npos;
      const double foreign = signs[byte].script == alphabet.script ? -1.5 : -2.5;
      score += counts[byte] * (common ? 1 : rare ? 0.3 : foreign);
    }
    best = any ? std::max(best, score) : score;
    any = true;
  }
  return best;
}

}  // namespace

HighHalf high_half(const std::string& encoding) {
  HighHalf half{};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding.c_str(), &status), ucnv_close);
  if (status > U_ZERO_ERROR) {
    return half;
  }
  for (std::size_t place = 0; place < half.size(); ++place) {
    const char byte = static_cast<char>(place + kHigh);
    const char* source = &byte;
    UErrorCode failed = U_ZERO_ERROR;
    ucnv_reset(converter.get());
    const UChar32 code = ucnv_getNextUChar(converter.get(), &source, source + 1, &failed);
    half[place] = failed <= U_ZERO_ERROR && code != 0xFFFD && code < 0x10000 ? static_cast<char16_t>(code) : u'\0';
  }
  return half;
}

double judge_single_byte(std::string_view bytes, const HighHalf& meanings) {
  const Signs signs = signs_of(meanings);
  std::array<std::uint32_t, 256> counts{};
  double score = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (ascii::is_ascii(bytes[at])) {
      continue;
    }
    const auto sign_at = [&](std::size_t place) { return signs[static_cast<unsigned char>(bytes[place])]; };
    const Sign before = at == 0 ? Sign{} : sign_at(at - 1);
    const Sign after = at + 1 == bytes.size() ? Sign{} : sign_at(at + 1);
    score += judge_place(before, sign_at(at), after);
    ++counts[static_cast<unsigned char>(bytes[at])];
  }
  return score + judge_letters(counts, signs);
}

}  // namespace nutgraf::read::charset
