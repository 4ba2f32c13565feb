// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/text/characters.h"
#include "core/text/token.h"

/// Numbers with the sign that belongs to them: 50%, 20 °, $50, 50 €.
namespace nutgraf {

/// The sign beside a number, on either side, with at most one space between them; empty = none.
struct NumberSigns {
  std::string_view money;  // of any currency; $ of "$50", "50 $"
  std::string_view share;  // per cent, per mille, degrees
};
[[nodiscard]] NumberSigns signs_beside(const CharacterTable& table, std::string_view text, ByteSpan number);

/// May such a sign stand beside this number? A quick look before signs_beside.
[[nodiscard]] inline bool may_have_sign(std::string_view text, ByteSpan number) {
  const auto is_sign = [text](std::size_t at) {
    return at < text.size() && (text[at] == '%' || text[at] == '$' || static_cast<unsigned char>(text[at]) >= 0x80);
  };
  const auto is_blank = [text](std::size_t at) { return at < text.size() && text[at] == ' '; };
  const std::size_t begin = number.begin;
  return is_sign(number.end) || (begin > 0 && is_sign(begin - 1)) ||
         (is_blank(number.end) && is_sign(number.end + 1)) || (begin > 1 && is_blank(begin - 1) && is_sign(begin - 2));
}

}  // namespace nutgraf
