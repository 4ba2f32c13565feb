// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/view/highlight.h"
#include "query/view/hit.h"

namespace nutgraf::view {

/// Bytes of the text to show: at most `width` code points around the best of the marks (a phrase first, then the most
/// different words), cut between words where there are any, never inside a character.
[[nodiscard]] ByteSpan snippet_span(std::string_view text, const std::vector<Mark>& marks, std::uint32_t width);

/// Marks inside a part of the text as code points counted from the beginning of the part; those that reach beyond it
/// are cut.
[[nodiscard]] std::vector<CodePoints> code_points(std::string_view text, const std::vector<Mark>& marks, ByteSpan part);

}  // namespace nutgraf::view
