// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/survey/word_hashes.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "core/base/utf8.h"

namespace nutgraf::survey {
namespace {

enum class Part : std::uint8_t { Separator, Letter, Digit, Character, Mark, Invisible };

constexpr std::uint64_t kStep = 0x100000001B3U;  // FNV's prime
constexpr std::uint64_t kStart = 0xCBF29CE484222325U;

constexpr std::array<Part, 128> kAscii = [] {
  std::array<Part, 128> parts{};
  for (std::size_t c = 0; c < parts.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    parts[c] = letter ? Part::Letter : c >= '0' && c <= '9' ? Part::Digit : Part::Separator;
  }
  return parts;
}();

bool is_written_without_blanks(char32_t code) {
  constexpr std::array kScripts = {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_THAI,
                                   USCRIPT_LAO, USCRIPT_KHMER,    USCRIPT_MYANMAR};
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(code), &status);
  return std::ranges::find(kScripts, script) != kScripts.end();
}

Part part_of(char32_t code) {
  const std::uint32_t category = U_GET_GC_MASK(static_cast<UChar32>(code));
  if ((category & U_GC_LO_MASK) != 0 && is_written_without_blanks(code)) {
    return Part::Character;
  }
  if ((category & U_GC_L_MASK) != 0) {
    return Part::Letter;
  }
  if ((category & U_GC_ND_MASK) != 0) {
    return Part::Digit;
  }
  if ((category & U_GC_M_MASK) != 0) {
    return Part::Mark;  // the vowels of Hindi, for one
  }
  return (category & U_GC_CF_MASK) != 0 ? Part::Invisible : Part::Separator;
}

/// Letters and digits of full width are those of ASCII.
char32_t narrow(char32_t code) {
  constexpr char32_t kFirst = 0xFF01;
  constexpr char32_t kLast = 0xFF5E;
  constexpr char32_t kShift = 0xFEE0;
  return code >= kFirst && code <= kLast ? code - kShift : code;
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
      if (hash_ == kStart) {
        kind_ = part == Part::Digit ? WordKind::Number : WordKind::Word;
        begin_ = static_cast<std::uint32_t>(at);
      }
      hash_ = (hash_ ^ folded) * kStep;
    } else if (part == Part::Separator) {
      end_word();
    }
  }

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

}  // namespace

void hash_words(std::string_view text, std::vector<WordHash>& words) {
  words.clear();
  Writer writer(words);
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < kAscii.size()) {
      constexpr unsigned kCaseBit = 0x20;
      const Part part = kAscii[byte];
      writer.take(part == Part::Letter ? byte | kCaseBit : byte, part, at);
      ++at;
      continue;
    }
    const utf8::Decoded character = utf8::decode(text, at);
    const char32_t code = narrow(character.code);
    const auto folded = static_cast<char32_t>(u_foldCase(static_cast<UChar32>(code), U_FOLD_CASE_DEFAULT));
    writer.take(folded, part_of(code), at);
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
