// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

/// The transfer encodings of mail (RFC 2045). What is damaged is kept or left out; nothing fails.
namespace nutgraf::read::mime {

[[nodiscard]] std::string from_quoted_printable(std::string_view text);
[[nodiscard]] std::string from_base64(std::string_view text);
/// Not of the standard, but older than it; a text that does not begin so is kept.
[[nodiscard]] std::string from_uuencode(std::string_view text);

}  // namespace nutgraf::read::mime
