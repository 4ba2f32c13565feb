// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// UTF-8 as Unicode defines it (table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
namespace nutgraf::utf8 {

inline constexpr char32_t kReplacement = 0xFFFD;
inline constexpr std::string_view kReplacementBytes = "\xEF\xBF\xBD";
inline constexpr char32_t kByteOrderMark = 0xFEFF;
inline constexpr std::string_view kByteOrderMarkBytes = "\xEF\xBB\xBF";

struct Decoded {
  char32_t code = kReplacement;
  std::uint32_t size = 1;  // in bytes

  /// False for a byte that begins no character.
  [[nodiscard]] bool is_valid() const { return code != kReplacement || size != 1; }
};

/// The character at `at`, which is inside `text`; an invalid byte is U+FFFD of size 1.
[[nodiscard]] Decoded decode(std::string_view text, std::size_t at);

/// Bytes of the character that `text` begins with; 0 if it begins with none.
[[nodiscard]] std::size_t sequence_length(std::string_view text);

[[nodiscard]] bool is_valid(std::string_view text);
/// Bytes before the first one that is not UTF-8.
[[nodiscard]] std::size_t valid_length(std::string_view text);

[[nodiscard]] constexpr bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Where the character that contains the byte at `at` begins; the end of `text` is a beginning.
[[nodiscard]] constexpr std::size_t floor(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && is_continuation(text[at])) {
    --at;
  }
  return at;
}

/// Where the character before `at` begins; `at` is not 0.
[[nodiscard]] inline std::uint32_t step_back(std::string_view text, std::uint32_t at) {
  return static_cast<std::uint32_t>(floor(text, at - 1));
}

/// Code points in valid UTF-8.
[[nodiscard]] std::size_t count(std::string_view text);
/// Its first and last `count` code points, or all of it.
[[nodiscard]] std::string_view first(std::string_view text, std::size_t count);
[[nodiscard]] std::string_view last(std::string_view text, std::size_t count);

/// Appends a valid code point.
void append(std::string& out, char32_t code);

}  // namespace nutgraf::utf8
