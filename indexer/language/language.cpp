// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/language/language.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>

#include "indexer/language/codes.h"

namespace nutgraf::language {
namespace {

// The beginning of an article tells its language; more text costs time and changes nothing.
constexpr std::size_t kSample = 4096;

// Fewer letters than this are guesswork.
constexpr std::size_t kMinLetters = 20;
constexpr std::size_t kMinDenseLetters = 6;  // of a script whose characters say more: Han, kana, Hangul

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string_view sample(std::string_view text) {
  if (text.size() <= kSample) {
    return text;
  }
  std::size_t end = kSample;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return text.substr(0, end);
}

/// Enough letters to believe in; any character beyond ASCII counts as one.
bool has_enough(std::string_view text) {
  std::size_t letters = 0;
  std::size_t dense = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_ascii_letter(c) || byte >= 0xC0U) {
      ++letters;
    }
    if (byte >= 0xE3U && byte <= 0xEDU) {
      ++dense;
    }
  }
  return letters >= kMinLetters || dense >= kMinDenseLetters;
}

}  // namespace

std::string normalize(std::string_view declared) {
  const std::size_t first = declared.find_first_not_of(" \t\n\"'");
  if (first == std::string_view::npos) {
    return {};
  }
  std::string name;
  for (const char c : declared.substr(first)) {
    if (!is_ascii_letter(c)) {
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
  const std::string_view head = sample(text);
  if (!has_enough(head)) {
    return std::string(kUnknown);
  }
  bool reliable = false;
  const CLD2::Language found =
      CLD2::DetectLanguage(head.data(), static_cast<int>(head.size()), /*is_plain_text=*/true, &reliable);
  if (!reliable || found == CLD2::UNKNOWN_LANGUAGE) {
    return std::string(kUnknown);
  }
  const std::string code = normalize(CLD2::LanguageCode(found));
  return code.empty() ? std::string(kUnknown) : code;
}

}  // namespace nutgraf::language
