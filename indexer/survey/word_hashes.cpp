// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/survey/word_hashes.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <optional>
#include <string>

#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace nutgraf::survey {
namespace {

static_assert(std::endian::native == std::endian::little);  // a block begins with its lowest byte

enum class Part : std::uint8_t { Separator, Letter, Digit, Character, Mark, Invisible };

constexpr char32_t kTatweel = 0x640;
constexpr char32_t kAlphabets = 0x2000;  // their letters come before
constexpr std::size_t kAsciiEnd = 0x80;

/// Of a byte; nothing for those of characters beyond ASCII.
constexpr std::array<std::optional<Part>, 256> kByteParts = [] {
  std::array<std::optional<Part>, 256> parts{};
  for (std::size_t c = 0; c < kAsciiEnd; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    parts[c] = letter ? Part::Letter : c >= '0' && c <= '9' ? Part::Digit : Part::Separator;
  }
  return parts;
}();

std::optional<Part> part_of_byte(char byte) {
  return kByteParts[static_cast<unsigned char>(byte)];
}

constexpr unsigned kCaseBit = 0x20;

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

// A word is hashed in blocks of eight bytes of its folded UTF-8; the last block ends in zeros.
constexpr std::size_t kBlock = sizeof(std::uint64_t);
constexpr std::uint64_t kEachByte = 0x0101010101010101U;

/// Zeros behind the end of the text.
std::uint64_t block_at(std::string_view text, std::size_t at) {
  std::uint64_t block = 0;
  if (text.size() - at >= kBlock) {
    std::memcpy(&block, text.data() + at, kBlock);
  } else {
    std::memcpy(&block, text.data() + at, text.size() - at);
  }
  return block;
}

/// How many bytes of a block are letters of ASCII, up to the first that is none.
std::size_t leading_letters(std::uint64_t block) {
  constexpr std::uint64_t kHigh = kEachByte * 0x80U;
  const std::uint64_t low = (block | (kEachByte * kCaseBit)) & ~kHigh;
  const std::uint64_t from_a = low + (kEachByte * (0x80U - 'a'));  // the high bit of each byte says it
  const std::uint64_t beyond_z = low + (kEachByte * (0x7FU - 'z'));
  const std::uint64_t others = ~(from_a & ~beyond_z & ~block) & kHigh;
  return static_cast<std::size_t>(std::countr_zero(others)) / 8U;
}

std::uint64_t first_bytes(std::uint64_t block, std::size_t count) {
  return count == kBlock ? block : block & ((std::uint64_t{1} << (8U * count)) - 1);
}

class BlockHash {
 public:
  void add(std::uint64_t block, std::size_t bytes) {
    hash_ = (hash_ ^ block) * kOdd;
    hash_ ^= hash_ >> 32U;
    size_ += bytes;
  }
  [[nodiscard]] std::uint64_t value() const { return spread(hash_ ^ size_); }

 private:
  static constexpr std::uint64_t kOdd = 0xD6E8FEB86659FD93U;

  std::uint64_t hash_ = 0;
  std::uint64_t size_ = 0;
};

std::uint64_t hash_of_folded(std::string_view word) {
  BlockHash hash;
  for (std::size_t at = 0; at < word.size(); at += kBlock) {
    hash.add(block_at(word, at), std::min(kBlock, word.size() - at));
  }
  return hash.value();
}

struct AsciiWord {
  std::uint64_t hash = 0;
  std::size_t end = 0;
};

/// The letters of ASCII from `at`: most words are no more.
AsciiWord ascii_word(std::string_view text, std::size_t at) {
  BlockHash hash;
  std::size_t letters = kBlock;
  while (letters == kBlock && at < text.size()) {
    const std::uint64_t block = block_at(text, at);
    letters = leading_letters(block);
    if (letters > 0) {
      hash.add(first_bytes(block | (kEachByte * kCaseBit), letters), letters);
      at += letters;
    }
  }
  return {hash.value(), at};
}

class Writer {
 public:
  explicit Writer(std::vector<WordHash>& words) : words_(words) {}

  void take(char32_t folded, Part part, std::size_t at) {
    if (part == Part::Character) {
      end_word();
      words_.push_back({spread(folded), static_cast<std::uint32_t>(at), WordKind::Character});
    } else if (part == Part::Mark && is_in_word()) {
      utf8::append(word_, folded);
    } else if (part == Part::Letter || part == Part::Digit) {
      if (part == Part::Letter && is_in_number()) {
        end_word();  // 20th
      }
      if (!is_in_word()) {
        kind_ = part == Part::Digit ? WordKind::Number : WordKind::Word;
        begin_ = static_cast<std::uint32_t>(at);
      }
      utf8::append(word_, folded);
    } else if (part == Part::Separator) {
      end_word();
    }
  }

  /// Within a number: 6-1/8, 69.35 and 14:30 are one each, and 1,000 is 1000.
  void join_number(char separator) {
    if (separator != ',') {
      word_ += separator;
    }
  }

  [[nodiscard]] bool is_in_word() const { return !word_.empty(); }
  [[nodiscard]] bool is_in_number() const { return is_in_word() && kind_ == WordKind::Number; }

  void end_word() {
    if (is_in_word()) {
      words_.push_back({hash_of_folded(word_), begin_, kind_});
      word_.clear();
    }
  }

  void add_whole(std::uint64_t hash, std::size_t begin) {
    words_.push_back({hash, static_cast<std::uint32_t>(begin), WordKind::Word});
  }

 private:
  std::vector<WordHash>& words_;
  std::string word_;  // folded
  std::uint32_t begin_ = 0;
  WordKind kind_ = WordKind::Word;
};

/// Does a number go on behind this byte?
bool joins_number(std::string_view text, std::size_t at) {
  constexpr std::string_view kJoiners = ".,/:-";
  return kJoiners.find(text[at]) != std::string_view::npos && at + 1 < text.size() && ascii::is_digit(text[at + 1]) &&
         at > 0 && ascii::is_digit(text[at - 1]);
}

/// Bytes taken.
std::size_t take_character(std::string_view text, std::size_t at, Writer& writer) {
  if (const std::optional<Part> part = part_of_byte(text[at])) {
    if (part == Part::Separator && writer.is_in_number() && joins_number(text, at)) {
      writer.join_number(text[at]);
    } else {
      const auto byte = static_cast<unsigned char>(text[at]);
      writer.take(part == Part::Letter ? byte | kCaseBit : byte, *part, at);
    }
    return 1;
  }
  const utf8::Decoded character = utf8::decode(text, at);
  const Folded folded = look_up(character.code);
  writer.take(folded.code, folded.part, at);
  return character.size;
}

}  // namespace

void hash_words(std::string_view text, std::vector<WordHash>& words) {
  words.clear();
  Writer writer(words);
  for (std::size_t at = 0; at < text.size();) {
    const std::optional<Part> part = part_of_byte(text[at]);
    if (part == Part::Letter && !writer.is_in_word()) {
      const AsciiWord word = ascii_word(text, at);
      if (word.end == text.size() || part_of_byte(text[word.end]) == Part::Separator) {
        writer.add_whole(word.hash, at);
        at = word.end + 1;
        continue;
      }
    }
    at += take_character(text, at, writer);
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
  constexpr std::uint64_t kStart = 0xCBF29CE484222325U;
  constexpr std::uint64_t kStep = 0x100000001B3U;  // FNV's
  std::uint64_t hash = kStart;
  for (const WordHash& word : words) {
    hash = (hash ^ word.hash) * kStep;
  }
  return spread(hash);
}

}  // namespace nutgraf::survey
