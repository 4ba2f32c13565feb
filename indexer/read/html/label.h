// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "indexer/read/html/dom.h"

/// What an element is for, told by its tag, its ARIA role and the words of its class and id.
namespace nutgraf::read::html {

enum class Label : std::uint8_t {
  None,
  Teaser,     // the lead of an article, or the first words of another one
  Paid,       // says that it is for subscribers
  Furniture,  // navigation, share buttons, related stories, newsletter forms, advertisements
  Comments,   // of readers
  Hidden,     // not shown to readers
  Caption,    // of a picture
  Body,       // says that it is the text of an article
  Entry,      // says that it is an article or the like, the text among other things
};

[[nodiscard]] Label label_of(const Dom& dom, NodeIndex index);

/// Whether an element says itself that it is not shown.
[[nodiscard]] bool is_hidden(const Dom& dom, NodeIndex index);

}  // namespace nutgraf::read::html
