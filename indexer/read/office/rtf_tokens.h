// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace nutgraf::read::office {

struct RtfToken {
  enum class Kind : std::uint8_t {
    Begin,   // {
    End,     // }
    Word,    // \word, \word123
    Symbol,  // backslash and a character that is no letter: `text` is the character
    Byte,    // \'hh
    Text,    // bytes that stand for themselves, without line ends
    Binary,  // \binN with the N bytes behind it
  };
  Kind kind = Kind::Text;
  std::string_view text;              // of Word its name, of Text its bytes
  std::optional<std::int32_t> value;  // of Word its number
  char byte = '\0';                   // of Byte
};

/// Cuts RTF into tokens; anything is a row of tokens. The bytes must outlive it.
class RtfTokenizer {
 public:
  explicit RtfTokenizer(std::string_view bytes) : rest_(bytes) {}
  /// Nothing at the end.
  [[nodiscard]] std::optional<RtfToken> next();

 private:
  RtfToken control();
  RtfToken word();

  std::string_view rest_;
};

}  // namespace nutgraf::read::office
