// SPDX-License-Identifier: GPL-2.0-or-later
// Where docs/analysis.md states no difference, our words of Latin, Greek and Cyrillic are those of ICU.
#include <doctest/doctest.h>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/analyzer.h"
#include "core/text/fold.h"
#include "tests/core/text/corpus.h"

namespace {

using namespace nutgraf;

class IcuWords {
 public:
  IcuWords() {
    UErrorCode error = U_ZERO_ERROR;
    breaker_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
    REQUIRE(U_SUCCESS(error));
  }

  /// All that is no blank or sign.
  std::vector<ByteSpan> cut(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UText, decltype(&utext_close)> bytes(
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &error), utext_close);
    breaker_->setText(bytes.get(), error);
    REQUIRE(U_SUCCESS(error));
    std::vector<ByteSpan> found;
    std::int32_t begin = breaker_->first();
    for (std::int32_t end = breaker_->next(); end != icu::BreakIterator::DONE; end = breaker_->next()) {
      if (breaker_->getRuleStatus() >= UBRK_WORD_NONE_LIMIT) {
        found.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
      }
      begin = end;
    }
    return found;
  }

 private:
  std::unique_ptr<icu::BreakIterator> breaker_;
};

/// ICU's fold with what is ours: no dot on the small letter of a Turkish capital, cedillas for Romanian commas, no
/// keycaps, one apostrophe, no blanks, digits of ASCII.
std::string icu_fold(std::string_view word) {
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString folded =
      icu::Normalizer2::getNFKCCasefoldInstance(error)->normalize(icu::UnicodeString::fromUTF8(word), error);
  REQUIRE(U_SUCCESS(error));
  folded.findAndReplace(u"i\u0307", u"i");
  folded.findAndReplace(u"\u0219", u"\u015F");
  folded.findAndReplace(u"\u021B", u"\u0163");
  folded.findAndReplace(u"\u20E3", u"");
  folded.findAndReplace(u"\u02BC", u"'");
  folded.findAndReplace(u"\u02BE", u"'");
  folded.findAndReplace(u" ", u"");
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) {
      folded.replace(i, U16_LENGTH(c), static_cast<UChar32>('0' + u_charDigitValue(c)));
    }
  }
  std::string out;
  return folded.toUTF8String(out);
}

bool is_word(UChar32 c) {
  return u_isUAlphabetic(c) != 0 || u_isdigit(c) != 0;
}

bool is_invisible(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

UScriptCode script(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript(c, &error);
}

/// Of the scripts compared here: a letter, a mark or a digit.
bool is_ours(UChar32 c) {
  const UScriptCode of = script(c);
  const bool mark = (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
  const bool alphabet = of == USCRIPT_LATIN || of == USCRIPT_GREEK || of == USCRIPT_CYRILLIC;
  return (alphabet && (is_word(c) || mark)) ||
         (of == USCRIPT_INHERITED && mark && !uscript_hasScript(c, USCRIPT_ARABIC)) ||
         (of == USCRIPT_COMMON && u_isdigit(c) != 0);
}

bool is_before_possessive(UChar32 c) {
  return c == '.' || c == '!' || c == '?' || c == '+' || c == '#';
}

/// Does docs/analysis.md cut or span words otherwise than ICU where `sign` stands between these two?
bool may_differ(UChar32 before, UChar32 sign, UChar32 after) {
  switch (sign) {
    case '_':     // belongs to no word's edge
    case 0x202F:  // a space, the narrow one
    case '@':     // signs that are letters to ICU, @ in some versions
    case 0x02BB:
    case 0x02BC:
      return true;
    case '.':  // "peace.The", ".NET", "U.S.'s"
    case '!':
    case '?':
      return (sign == '.' && u_isUAlphabetic(after) != 0) || is_apostrophe(static_cast<char32_t>(after));
    case '+':  // "C++", "C#"
    case '#':
      return is_word(before);
    case '&':   // "R&D"
    case '\'':  // "l'acqua"
    case 0x2019:
    case 0x2018:  // more apostrophes
    case 0x2044:  // fractions are cut at their slash
    case 0x2032:
    case 0xFF07:
    case ':':  // joins letters in older versions of ICU
    case ';':
      return (is_word(before) || is_invisible(before) || is_before_possessive(before)) && is_word(after);
    default:
      // Compatibility forms are cut as what they stand for.
      if (u_isUAlphabetic(sign) == 0 && u_isdigit(sign) == 0 &&
          u_getIntPropertyValue(sign, UCHAR_DECOMPOSITION_TYPE) > U_DT_CANONICAL) {
        return true;
      }
      // Invisible characters end no word of ours; ICU joins Hangul and the scripts of its dictionaries to letters.
      return is_invisible(sign) || script(sign) == USCRIPT_HANGUL ||
             u_getIntPropertyValue(sign, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
  }
}

enum class Likeness { Foreign, MayDiffer, Same };

/// The characters of a text, to look at spans and what stands beside them.
class Characters {
 public:
  explicit Characters(std::string_view text) {
    const auto size = static_cast<std::int32_t>(text.size());
    std::int32_t at = 0;
    while (at < size) {
      starts_.push_back(static_cast<std::uint32_t>(at));
      UChar32 c = 0;
      U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, size, c);
      codes_.push_back(c);
    }
  }

  [[nodiscard]] Likeness likeness_of(const ByteSpan& span) const {
    const std::ptrdiff_t begin = index(span.begin);
    const std::ptrdiff_t end = index(span.end);
    const auto foreign = [](UChar32 c) { return is_word(c) && !is_ours(c); };
    if (std::any_of(codes_.begin() + begin, codes_.begin() + end, foreign) ||
        std::none_of(codes_.begin() + begin, codes_.begin() + end, is_ours)) {
      return Likeness::Foreign;
    }
    for (std::ptrdiff_t i = begin - 1; i <= end; ++i) {
      if (may_differ(at(i - 1), at(i), at(i + 1))) {
        return Likeness::MayDiffer;
      }
    }
    return Likeness::Same;
  }

 private:
  [[nodiscard]] std::ptrdiff_t index(std::uint32_t byte) const {
    return std::ranges::lower_bound(starts_, byte) - starts_.begin();
  }
  [[nodiscard]] UChar32 at(std::ptrdiff_t i) const {
    return i < 0 || i >= std::ssize(codes_) ? ' ' : codes_[static_cast<std::size_t>(i)];
  }

  std::vector<UChar32> codes_;
  std::vector<std::uint32_t> starts_;  // in bytes
};

struct Comparison {
  std::size_t words = 0;     // of these scripts, by ICU
  std::size_t compared = 0;  // of them, where nothing may differ
  std::size_t different = 0;
  std::string first;  // difference
};

class Comparer {
 public:
  /// `place` is where the text comes from.
  void compare(std::string_view text, const std::string& place) {
    text_ = text;
    place_ = place;
    analyzer_.analyze(text, scratch_, analysis_);
    const Characters characters(text);
    const std::vector<ByteSpan> theirs = icu_.cut(text);
    check_theirs(theirs, check_ours(theirs, characters), characters);
  }

  [[nodiscard]] const Comparison& found() const { return found_; }

 private:
  std::vector<ByteSpan> check_ours(const std::vector<ByteSpan>& theirs, const Characters& characters) {
    std::vector<ByteSpan> ours;
    for (const Token& token : analysis_.tokens) {
      if (token.kind != TokenKind::Word) {
        continue;
      }
      ours.push_back(token.span);
      if (characters.likeness_of(token.span) != Likeness::Same) {
        continue;
      }
      if (!std::ranges::binary_search(theirs, token.span)) {
        note("no word of ICU", token.span);
      } else if (analysis_.term(token) != icu_fold(written(token.span))) {
        note("not folded as by ICU", token.span);
      }
    }
    return ours;
  }

  void check_theirs(const std::vector<ByteSpan>& theirs, const std::vector<ByteSpan>& ours,
                    const Characters& characters) {
    for (const ByteSpan& span : theirs) {
      const Likeness likeness = characters.likeness_of(span);
      found_.words += likeness != Likeness::Foreign ? 1 : 0;
      found_.compared += likeness == Likeness::Same ? 1 : 0;
      if (likeness == Likeness::Same && !std::ranges::binary_search(ours, span)) {
        note("a word of ICU's only", span);
      }
    }
  }

  [[nodiscard]] std::string_view written(const ByteSpan& span) const {
    return text_.substr(span.begin, span.end - span.begin);
  }

  void note(const std::string& what, const ByteSpan& span) {
    ++found_.different;
    if (found_.first.empty()) {
      found_.first = place_ + ": " + what + " at byte " + std::to_string(span.begin) + ": ";
      found_.first += written(span);
    }
  }

  IcuWords icu_;
  Analyzer analyzer_;
  Analyzer::Scratch scratch_;
  Analysis analysis_;
  std::string_view text_;
  std::string place_;
  Comparison found_;
};

void check_comparison(const Comparison& found) {
  CHECK(found.first == "");
  CHECK(found.compared > found.words / 2);
  MESSAGE(found.compared << " of " << found.words << " words compared, " << found.different << " differences");
}

TEST_CASE("words of Latin, Greek and Cyrillic are cut and folded as by ICU") {
  Comparer comparer;
  for (const auto& file : corpus::files()) {
    corpus::read_pieces(file, [&](const corpus::Piece& piece) {
      comparer.compare(piece.text, file.string() + " from byte " + std::to_string(piece.at));
    });
  }
  check_comparison(comparer.found());
}

TEST_CASE("every letter, mark and digit of these scripts stands in words as to ICU") {
  constexpr UChar32 kFoldsToLetter = 0x345;  // a mark
  Comparer comparer;
  for (UChar32 c = 0; c <= UCHAR_MAX_VALUE; ++c) {
    if (!is_ours(c) || c == kFoldsToLetter) {
      continue;
    }
    icu::UnicodeString line;
    for (const UChar32 beside : {0x61, 0x3C9, 0x416, 0x37, 0x2C, 0x2D, 0x4E2D, 0x5D0}) {
      line.append(c).append(beside).append(c).append(c).append(u' ').append(beside).append(c).append(beside);
      line.append(u' ');
    }
    std::string text;
    comparer.compare(line.toUTF8String(text), "character " + std::to_string(c));
  }
  check_comparison(comparer.found());
}

}  // namespace
