// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/mime/part.h"

namespace nutgraf::read::mail {

/// Whether a message went to many readers, so that its HTML is laid out as a page with furniture around it.
enum class Audience : std::uint8_t { Persons, List };

/// What a message says, and what is attached to it.
struct Body {
  std::string text;                     // in the form of Article::text
  std::string encoding;                 // of a text that declares none or another; empty = as declared
  std::vector<mime::Part> attachments;  // their bodies are parts of the message
  std::string charset;                  // declared for the first text
};

/// Of alternatives the plain text is taken, unless it is a stub beside the HTML. Throws Unreadable where the message is
/// encrypted.
[[nodiscard]] Body body_of(const mime::Part& message, Audience audience);

}  // namespace nutgraf::read::mail
