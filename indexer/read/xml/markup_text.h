// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "indexer/read/xml/element.h"

namespace nutgraf::read::xml {

/// The text of XHTML, NITF and the like inside an element, as Article::text has it: blocks are paragraphs, `br` is a
/// line end, other elements leave words whole. Scripts, styles, pictures and what is around them are left out. Empty
/// for null.
[[nodiscard]] std::string markup_text(const Element* element);

/// The captions of the pictures inside, each on a line of its own.
[[nodiscard]] std::string captions_of(const Element* element);

}  // namespace nutgraf::read::xml
