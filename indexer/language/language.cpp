// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/language/language.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/language/codes.h"

namespace nutgraf::language {
namespace {

// So many bytes tell most languages; more are looked at in doubt only, since detection is slow. They begin after the
// first quarter of a longer text, where forms and notices of the site, in another language maybe, are over.
constexpr std::size_t kSample = 512;
constexpr std::size_t kLargeSample = 4096;

// Fewer letters than this are guesswork.
constexpr std::size_t kMinLetters = 20;
constexpr std::size_t kMinDenseLetters = 6;  // of a script whose characters say more: Han, kana, Hangul

std::string_view sample(std::string_view text, std::size_t size) {
  if (text.size() <= size) {
    return text;
  }
  const std::size_t begin = utf8::floor(text, std::min(text.size() / 4, text.size() - size));
  return text.substr(begin, utf8::floor(text, begin + size) - begin);
}

/// Enough letters to believe in; any character beyond ASCII counts as one.
bool has_enough(std::string_view text) {
  std::size_t letters = 0;
  std::size_t dense = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (ascii::is_letter(c) || byte >= 0xC0U) {
      ++letters;
    }
    if (byte >= 0xE3U && byte <= 0xEDU) {
      ++dense;
    }
  }
  return letters >= kMinLetters || dense >= kMinDenseLetters;
}

std::size_t count_of(std::string_view letter, std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(letter); at != std::string_view::npos; at = text.find(letter, at + letter.size())) {
    ++count;
  }
  return count;
}

/// CLD2 does not know Sorani. Its own r and l, and an e that few others have, are every twentieth letter of it.
bool is_sorani(std::string_view text) {
  constexpr std::size_t kFew = 2;
  constexpr std::size_t kMostBytesPerLetter = 150;
  const std::size_t liquids = count_of("ڕ", text) + count_of("ڵ", text);
  const std::size_t letters = liquids + count_of("ێ", text);
  return liquids > 0 && letters >= kFew && text.size() / letters <= kMostBytesPerLetter;
}

/// Empty where in doubt.
std::string detect_in(std::string_view text) {
  if (!has_enough(text)) {
    return {};
  }
  if (is_sorani(text)) {
    return "ckb";
  }
  bool reliable = false;
  const CLD2::Language found =
      CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), /*is_plain_text=*/true, &reliable);
  return reliable && found != CLD2::UNKNOWN_LANGUAGE ? normalize(CLD2::LanguageCode(found)) : std::string{};
}

}  // namespace

std::string normalize(std::string_view declared) {
  const std::size_t first = declared.find_first_not_of(" \t\n\"'");
  if (first == std::string_view::npos) {
    return {};
  }
  std::string name;
  for (const char c : declared.substr(first)) {
    if (!ascii::is_letter(c)) {
      break;
    }
    name.push_back(static_cast<char>(c | 0x20));
  }
  const std::string_view code = find_code(name);
  if (!code.empty()) {
    return std::string(code);
  }
  // A code without a two-letter one (haw, nds, ...); longer words are names that we do not know.
  return name.size() == 3 && name != kUnknown ? name : std::string{};
}

std::string detect(std::string_view text) {
  std::string code = detect_in(sample(text, kSample));
  if (code.empty() && text.size() > kSample) {
    code = detect_in(sample(text, kLargeSample));
  }
  return code.empty() ? std::string(kUnknown) : code;
}

}  // namespace nutgraf::language
