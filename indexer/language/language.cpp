// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/language/language.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/language/names.h"

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

std::size_t first_beyond_ascii(std::string_view text) {
  const auto* const found = std::ranges::find_if_not(text, ascii::is_ascii);
  return static_cast<std::size_t>(found - text.begin());
}

bool is_point(char32_t code) {
  const bool arabic = (code >= 0x64B && code <= 0x65F) || code == 0x670;
  return arabic || (code >= 0x591 && code <= 0x5C7);  // Hebrew
}

/// Without addresses and without the points of Arabic and Hebrew, which CLD2 takes for another language.
std::string plain(std::string_view text) {
  std::string words;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.")) {
      at += std::min(rest.size(), std::min(rest.find_first_of(" \t\r\n<>\"'"), first_beyond_ascii(rest)));
      continue;
    }
    const utf8::Decoded character = utf8::decode(text, at);
    if (!is_point(character.code)) {
      words += rest.substr(0, character.size);
    }
    at += character.size;
  }
  return words;
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
  constexpr std::string_view kAround = " \t\n\"'";
  const std::size_t first = declared.find_first_not_of(kAround);
  if (first == std::string_view::npos) {
    return {};
  }
  const std::string_view whole = declared.substr(first, declared.find_last_not_of(kAround) + 1 - first);
  // Regions, scripts and remarks come behind the language: pt-BR, English (US), Deutsch; Schweiz.
  for (const std::string_view end : {"", "-_(;,/", " -_(;,/"}) {
    std::string code = find_language(ascii::trimmed(whole.substr(0, whole.find_first_of(end))));
    if (!code.empty()) {
      return code == kUnknown ? std::string() : code;
    }
  }
  // A code without a two-letter one (haw, nds, ...); longer words are names that we do not know.
  const std::string code = ascii::lowered(whole.substr(0, whole.find_first_of(" -_")));
  return code.size() == 3 && std::ranges::all_of(code, ascii::is_letter) ? code : std::string();
}

std::string detect(std::string_view text) {
  std::string code = detect_in(plain(sample(text, kSample)));
  if (code.empty() && text.size() > kSample) {
    code = detect_in(plain(sample(text, kLargeSample)));
  }
  return code.empty() ? std::string(kUnknown) : code;
}

}  // namespace nutgraf::language
