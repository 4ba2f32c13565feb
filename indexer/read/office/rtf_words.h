// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

/// The control words of RTF that matter to the text.
namespace nutgraf::read::office {

/// What the rest of a group is.
enum class RtfTarget : std::uint8_t {
  Text,
  LeftOut,
  Fonts,
  Styles,
  Info,  // between the fields of the next ones
  Title,
  Author,
  Subject,
  Keywords,
  Comment,
  Created,
  Revised,
  Alternative,  // \upr: a group for old readers, then one in Unicode
  Shape,        // properties of a drawing; a text box may be inside
  TextBox,
  Note,
};

/// Nothing for a word that begins no destination known here.
[[nodiscard]] std::optional<RtfTarget> target_of(std::string_view word);

/// What a word stands for in the text: "\n" of line, "—" of emdash; empty where it stands for none.
[[nodiscard]] std::string_view characters_of(std::string_view word);

/// par, sect, page, ...
[[nodiscard]] bool ends_paragraph(std::string_view word);

}  // namespace nutgraf::read::office
