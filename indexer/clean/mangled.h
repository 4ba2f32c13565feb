// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Runs of characters beyond ASCII that are the bytes of UTF-8, read in an encoding of one byte a character.
namespace nutgraf::clean {

/// Whether a text may contain any: one fast look.
[[nodiscard]] bool may_be_mangled(std::string_view text);

/// The characters that `run` once was; nothing where it is not such bytes from its first to its last, or what comes
/// out is nothing that texts are made of.
[[nodiscard]] std::optional<std::string> unmangled(std::string_view run);

/// What a mangled run looks like.
enum class Shape : std::uint8_t {
  LettersAndQuotes,  // as a word in capitals before closing quotation marks
  LetterAndSign,     // one letter, then © or £ or such
  Other,
};
[[nodiscard]] Shape shape_of(std::string_view run);

/// What comes out of a run.
enum class Outcome : std::uint8_t {
  Latin,         // letters and signs of Latin-1 and its kin
  OneFarLetter,  // a single character of three bytes, such as a Chinese one
  FewOthers,     // one or two letters of another alphabet
  Far,           // more than accident brings about: a dash or curly quote, an emoji, several characters
};
[[nodiscard]] Outcome outcome_of(std::string_view mended);

}  // namespace nutgraf::clean
