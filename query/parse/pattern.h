// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "query/parse/ast.h"

namespace nutgraf::parse {

/// How a chunk of a query is read: a plain word, a wildcard (princip*, *naire, wom?n), a fuzzy word (taiwn~1) or, in a
/// phrase, a regular expression (/colou?r/).
struct PatternText {
  bool is_pattern = false;
  PatternKind kind = PatternKind::Wildcard;
  std::string_view text;  // without ~1, without slashes
  std::uint32_t changes = 0;
};

/// ? counts only between two letters or digits; a star without any letter or digit is a stray sign; addresses with ://
/// contain no wildcards.
[[nodiscard]] PatternText pattern_in(std::string_view chunk);

/// The same for a chunk of a phrase, where punctuation around it says nothing: `taiwn~1,` is taiwn~1.
[[nodiscard]] PatternText pattern_in_phrase(std::string_view chunk);

}  // namespace nutgraf::parse
