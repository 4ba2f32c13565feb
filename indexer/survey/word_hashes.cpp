// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/survey/word_hashes.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace nutgraf::survey {
namespace {

enum class Part : std::uint8_t { Separator, Letter, Digit, Character, Mark, Invisible };

constexpr std::uint64_t kStep = 0x100000001B3U;  // FNV's prime
constexpr std::uint64_t kStart = 0xCBF29CE484222325U;

constexpr char32_t kTatweel = 0x640;
constexpr char32_t kAlphabets = 0x2000;  // their letters come before

constexpr std::array<Part, 128> kAscii = [] {
  std::array<Part, 128> parts{};
  for (std::size_t c = 0; c < parts.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    parts[c] = letter ? Part::Letter : c >= '0' && c <= '9' ? Part::Digit : Part::Separator;
  }
  return parts;
}();

constexpr unsigned kCaseBit = 0x20;

bool is_ascii_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < kAscii.size() && kAscii[byte] == Part::Letter;
}

bool is_written_without_blanks(char32_t code) {
  constexpr std::array kScripts = {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_THAI,
                                   USCRIPT_LAO, USCRIPT_KHMER,    USCRIPT_MYANMAR};
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(code), &status);
  return std::ranges::find(kScripts, script) != kScripts.end();
}

/// Accents, and the points of Arabic and Hebrew, which most texts leave out.
bool is_optional_mark(char32_t code) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(code), &status);
  return script == USCRIPT_INHERITED || script == USCRIPT_HEBREW;
}

Part part_of(char32_t code) {
  const std::uint32_t category = U_GET_GC_MASK(static_cast<UChar32>(code));
  if ((category & U_GC_LO_MASK) != 0 && is_written_without_blanks(code)) {
    return Part::Character;
  }
  if ((category & U_GC_L_MASK) != 0 && code != kTatweel) {
    return Part::Letter;
  }
  if ((category & U_GC_ND_MASK) != 0) {
    return Part::Digit;
  }
  if ((category & U_GC_M_MASK) != 0) {
    return is_optional_mark(code) ? Part::Invisible : Part::Mark;  // the vowels of Hindi are marks
  }
  return (category & U_GC_CF_MASK) != 0 || code == kTatweel ? Part::Invisible : Part::Separator;
}

/// The letter without its accents.
char32_t base_of(char32_t code) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* const normalizer = unorm2_getNFDInstance(&status);
  std::array<UChar, 32> decomposed{};
  const int32_t size = unorm2_getDecomposition(normalizer, static_cast<UChar32>(code), decomposed.data(),
                                               static_cast<int32_t>(decomposed.size()), &status);
  return U_SUCCESS(status) && size > 0 ? decomposed[0] : code;
}

/// Letters and digits of full width are those of ASCII.
char32_t narrow(char32_t code) {
  constexpr char32_t kFirst = 0xFF01;
  constexpr char32_t kLast = 0xFF5E;
  constexpr char32_t kShift = 0xFEE0;
  return code >= kFirst && code <= kLast ? code - kShift : code;
}

struct Folded {
  char32_t code = 0;
  Part part = Part::Separator;
};

Folded fold_letter(char32_t code) {
  constexpr char32_t kAlefMaksura = 0x649;  // papers write one for the other
  constexpr char32_t kYeh = 0x64A;
  code = narrow(code);
  const Part part = part_of(code);
  if (part == Part::Digit) {
    return {U'0' + static_cast<char32_t>(u_charDigitValue(static_cast<UChar32>(code))), part};
  }
  const char32_t letter = code < kAlphabets ? base_of(code) : code;
  const auto base = static_cast<char32_t>(u_foldCase(static_cast<UChar32>(letter), U_FOLD_CASE_DEFAULT));
  return {base == kAlefMaksura ? kYeh : base, part};
}

/// Asks ICU once for each letter of the alphabets.
Folded look_up(char32_t code) {
  static const std::vector<Folded> kTable = [] {
    std::vector<Folded> table(kAlphabets);
    for (char32_t letter = 0; letter < kAlphabets; ++letter) {
      table[letter] = fold_letter(letter);
    }
    return table;
  }();
  return code < kAlphabets ? kTable[code] : fold_letter(code);
}

class Writer {
 public:
  explicit Writer(std::vector<WordHash>& words) : words_(words) {}

  void take(char32_t folded, Part part, std::size_t at) {
    if (part == Part::Character) {
      end_word();
      words_.push_back({spread(folded), static_cast<std::uint32_t>(at), WordKind::Character});
    } else if (part == Part::Mark) {
      hash_ = hash_ == kStart ? kStart : (hash_ ^ folded) * kStep;
    } else if (part == Part::Letter || part == Part::Digit) {
      if (part == Part::Letter && is_in_number()) {
        end_word();  // 20th
      }
      if (hash_ == kStart) {
        kind_ = part == Part::Digit ? WordKind::Number : WordKind::Word;
        begin_ = static_cast<std::uint32_t>(at);
      }
      hash_ = (hash_ ^ folded) * kStep;
    } else if (part == Part::Separator) {
      end_word();
    }
  }

  /// Takes what goes on of a word in letters of ASCII; returns where it ends.
  std::size_t take_letters(std::string_view text, std::size_t at) {
    std::uint64_t hash = hash_;
    for (; at < text.size() && is_ascii_letter(text[at]); ++at) {
      hash = (hash ^ (static_cast<unsigned char>(text[at]) | kCaseBit)) * kStep;
    }
    hash_ = hash;
    return at;
  }

  /// Within a number: 6-1/8, 69.35 and 14:30 are one each, and 1,000 is 1000.
  void join_number(char separator) {
    if (separator != ',') {
      hash_ = (hash_ ^ static_cast<unsigned char>(separator)) * kStep;
    }
  }

  [[nodiscard]] bool is_in_number() const { return hash_ != kStart && kind_ == WordKind::Number; }

  void end_word() {
    if (hash_ != kStart) {
      words_.push_back({spread(hash_), begin_, kind_});
      hash_ = kStart;
    }
  }

 private:
  std::vector<WordHash>& words_;
  std::uint64_t hash_ = kStart;
  std::uint32_t begin_ = 0;
  WordKind kind_ = WordKind::Word;
};

/// Does a number go on behind this byte?
bool joins_number(std::string_view text, std::size_t at) {
  constexpr std::string_view kJoiners = ".,/:-";
  return kJoiners.find(text[at]) != std::string_view::npos && at + 1 < text.size() && ascii::is_digit(text[at + 1]) &&
         at > 0 && ascii::is_digit(text[at - 1]);
}

}  // namespace

void hash_words(std::string_view text, std::vector<WordHash>& words) {
  words.clear();
  Writer writer(words);
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < kAscii.size()) {
      const Part part = kAscii[byte];
      if (part == Part::Separator && writer.is_in_number() && joins_number(text, at)) {
        writer.join_number(text[at]);
      } else {
        writer.take(part == Part::Letter ? byte | kCaseBit : byte, part, at);
      }
      ++at;
      at = part == Part::Letter ? writer.take_letters(text, at) : at;
      continue;
    }
    const utf8::Decoded character = utf8::decode(text, at);
    const Folded folded = look_up(character.code);
    writer.take(folded.code, folded.part, at);
    at += character.size;
  }
  writer.end_word();
}

std::uint32_t word_count(std::span<const WordHash> words) {
  std::uint32_t halves = 0;
  for (const WordHash& word : words) {
    halves += word.kind == WordKind::Character ? 1U : 2U;
  }
  return (halves + 1) / 2;
}

std::uint64_t hash_of(std::span<const WordHash> words) {
  std::uint64_t hash = kStart;
  for (const WordHash& word : words) {
    hash = (hash ^ word.hash) * kStep;
  }
  return spread(hash);
}

}  // namespace nutgraf::survey
