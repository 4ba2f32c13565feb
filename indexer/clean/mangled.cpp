// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/clean/mangled.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/charset/alphabets.h"
#include "indexer/read/charset/single_byte.h"

namespace nutgraf::clean {
namespace {

using read::charset::Script;

/// From characters back to the bytes of one encoding; 0 for those that it lacks.
using Bytes = std::vector<unsigned char>;

Bytes bytes_of(const char* encoding) {
  constexpr std::size_t kPlane = 0x10000;
  constexpr std::size_t kHigh = 0x80;
  Bytes bytes(kPlane, 0);
  const read::charset::HighHalf half = read::charset::high_half(encoding);
  for (std::size_t place = 0; place < half.size(); ++place) {
    const auto byte = static_cast<unsigned char>(place + kHigh);
    if (half[place] != 0) {
      bytes[half[place]] = byte;
    }
  }
  // Programs that know no windows-1252, or that find no meaning for a byte there, leave it as the control it is.
  for (std::size_t code = kHigh; code < 0xA0; ++code) {
    bytes[code] = bytes[code] == 0 ? static_cast<unsigned char>(code) : bytes[code];
  }
  return bytes;
}

const std::vector<Bytes>& encodings() {
  static const std::vector<Bytes> all = {bytes_of("windows-1252"), bytes_of("windows-1250"), bytes_of("windows-1251"),
                                         bytes_of("macintosh"),    bytes_of("ibm-437"),      bytes_of("ibm-850")};
  return all;
}

std::optional<std::string> as_bytes(std::string_view run, const Bytes& encoding) {
  std::string bytes;
  for (std::size_t at = 0; at < run.size();) {
    const utf8::Decoded c = utf8::decode(run, at);
    const unsigned char byte = c.code < encoding.size() ? encoding[c.code] : 0;
    if (byte == 0) {
      return std::nullopt;
    }
    bytes += static_cast<char>(byte);
    at += c.size;
  }
  return bytes;
}

bool is_of_an_alphabet(char32_t code) {
  const auto lower = static_cast<char16_t>(u_tolower(static_cast<UChar32>(code)));
  return std::ranges::any_of(read::charset::alphabets(), [&](const read::charset::Alphabet& alphabet) {
    return alphabet.common.find(lower) != std::u16string_view::npos ||
           alphabet.rare.find(lower) != std::u16string_view::npos;
  });
}

bool is_within(char32_t code, std::initializer_list<std::pair<char32_t, char32_t>> ranges) {
  return std::ranges::any_of(ranges, [&](const auto& range) { return code >= range.first && code <= range.second; });
}

/// Characters that articles are made of.
bool is_usual(char32_t code) {
  if (code < 0xA0) {
    return false;
  }
  if (code <= 0xBF || code == 0xD7 || code == 0xF7) {
    return true;
  }
  if (code < 0x0E80 && u_isalpha(static_cast<UChar32>(code)) != 0) {
    return is_of_an_alphabet(code);
  }
  return is_within(code, {{0x0300, 0x036F},
                          {0x05B0, 0x05C2},
                          {0x064B, 0x0652},
                          {0x0900, 0x0D7F},
                          {0x0E00, 0x0E7F},
                          {0x1E00, 0x1EFF},
                          {0x2010, 0x205E},
                          {0x20A0, 0x20BF},
                          {0x2100, 0x214F},
                          {0x2190, 0x22FF},
                          {0x25A0, 0x27BF},
                          {0x3000, 0x30FF},
                          {0x3400, 0x9FFF},
                          {0xAC00, 0xD7A3},
                          {0xFE0F, 0xFE0F},
                          {0xFEFF, 0xFEFF},
                          {0xFF01, 0xFFE6},
                          {0x1F000, 0x1FAFF}});
}

bool is_usual_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded c = utf8::decode(text, at);
    if (!is_usual(c.code)) {
      return false;
    }
    at += c.size;
  }
  return true;
}

/// One step back, whatever comes out; nothing where `run` is no mangled UTF-8.
std::optional<std::string> one_step(std::string_view run) {
  for (const Bytes& encoding : encodings()) {
    auto bytes = as_bytes(run, encoding);
    if (bytes && utf8::is_valid(*bytes)) {
      return bytes;
    }
  }
  return std::nullopt;
}

}  // namespace

bool may_be_mangled(std::string_view text) {
  // Two characters beyond ASCII side by side, the first of which may stand for the first byte of a character.
  for (std::size_t at = 0; at < text.size();) {
    const auto next = std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), ascii::is_ascii);
    at = static_cast<std::size_t>(next - text.begin());
    if (at == text.size()) {
      return false;
    }
    const utf8::Decoded c = utf8::decode(text, at);
    at += c.size;
    const bool pair = at < text.size() && !ascii::is_ascii(text[at]);
    const auto leads = [&](const Bytes& encoding) {
      return c.code < encoding.size() && encoding[c.code] >= 0xC2 && encoding[c.code] <= 0xF4;
    };
    if (pair && std::ranges::any_of(encodings(), leads)) {
      return true;
    }
    while (at < text.size() && !ascii::is_ascii(text[at])) {
      ++at;
    }
  }
  return false;
}

std::optional<std::string> unmangled(std::string_view run) {
  constexpr int kMostTimes = 3;
  std::optional<std::string> best;
  std::optional<std::string> step = one_step(run);
  for (int times = 1; step && times <= kMostTimes; ++times) {
    if (is_usual_text(*step)) {
      best = step;
    }
    step = one_step(*step);
  }
  return best;
}

Shape shape_of(std::string_view run) {
  constexpr std::u32string_view kQuotes = U"“”‘’„‚»«›‹…–—\u00A0™ºª";
  std::size_t letters = 0;
  std::size_t signs = 0;
  std::size_t quotes = 0;
  for (std::size_t at = 0; at < run.size();) {
    const utf8::Decoded c = utf8::decode(run, at);
    const bool quote = kQuotes.find(c.code) != std::u32string_view::npos;
    ++(quote ? quotes : u_isalpha(static_cast<UChar32>(c.code)) != 0 ? letters : signs);
    at += c.size;
  }
  if (signs == 0) {
    return Shape::LettersAndQuotes;
  }
  return letters == 1 && signs == 1 && quotes == 0 ? Shape::LetterAndSign : Shape::Other;
}

Outcome outcome_of(std::string_view mended) {
  std::size_t far = 0;
  std::size_t others = 0;
  for (std::size_t at = 0; at < mended.size();) {
    const utf8::Decoded c = utf8::decode(mended, at);
    if (c.size == 4 || (c.code >= 0x2000 && c.code < 0x3000)) {
      return Outcome::Far;
    }
    far += c.size == 3 ? 1U : 0U;
    const Script script = c.size == 2 ? read::charset::script_of(static_cast<char16_t>(c.code)) : Script::Latin;
    others += script != Script::Latin ? 1U : 0U;
    at += c.size;
  }
  if (far + others == 0) {
    return Outcome::Latin;
  }
  if (far >= 2 || others >= 3) {
    return Outcome::Far;
  }
  return far == 1 && others == 0 ? Outcome::OneFarLetter : Outcome::FewOthers;
}

}  // namespace nutgraf::clean
