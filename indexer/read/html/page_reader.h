// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/reader.h"

/// One article from a page of the web, as people save them.
namespace nutgraf::read::html {

/// A page, also as the browser's view of its source or as Python shows its bytes.
[[nodiscard]] Evidence sniff_html(std::string_view front);
void read_html(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

/// A page and its parts in one file (MIME multipart/related).
[[nodiscard]] Evidence sniff_mhtml(std::string_view front);
void read_mhtml(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

}  // namespace nutgraf::read::html
