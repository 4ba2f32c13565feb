// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Headers of mail as text.
namespace nutgraf::read::mime {

/// With encoded words (RFC 2047) decoded, in UTF-8. Bytes that are no ASCII are of `charset`, or detected where that is
/// empty.
[[nodiscard]] std::string header_text(std::string_view header, std::string_view charset);

struct Mailbox {
  std::string name;     // UTF-8; empty where none is given
  std::string address;  // "jane@example.org"
};

/// The mailboxes in a header such as From: `"Roe, Jane" <jane@example.org>, jo@example.org (Jo Doe)`.
[[nodiscard]] std::vector<Mailbox> mailboxes(std::string_view header, std::string_view charset);

/// A charset as headers declare it that says something: empty for us-ascii, unknown-8bit and their like.
[[nodiscard]] std::string known_charset(std::string_view declared);

/// Bytes as UTF-8 by a declared charset, also where it looks like ASCII (UTF-7, HZ).
[[nodiscard]] std::string text_in_charset(std::string bytes, std::string_view charset);

}  // namespace nutgraf::read::mime
