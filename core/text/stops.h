// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

/// Whether a text ends as a sentence does, by the signs that end one in analysis (gaps.h). In doubt it does: whether a
/// full stop belongs to an abbreviation is for the caller.
namespace nutgraf {

/// `text` without the closing quotes and brackets at its end; curly brackets stay, for they are of templates and code.
[[nodiscard]] std::string_view without_closers(std::string_view text);

/// Whether `text` ends with a full stop, an ellipsis, or a sign such as ! and ? of any script.
[[nodiscard]] bool ends_with_stop(std::string_view text);

/// Whether a line ends with a stop, a colon, or what ends sentences or questions in Greek, Khmer and Tibetan; closing
/// quotes and brackets may follow, and blanks.
[[nodiscard]] bool ends_sentence(std::string_view line);

}  // namespace nutgraf
