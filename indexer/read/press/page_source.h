// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "indexer/read/article_emitter.h"
#include "indexer/read/byte_source.h"
#include "indexer/read/document.h"

namespace nutgraf::read::press {

/// All that is left of a page or a text, as UTF-8; a page in the encoding that it declares if it is not UTF-8 already.
/// What was odd about its bytes is noted. Throws Unreadable.
[[nodiscard]] std::string page_text(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

}  // namespace nutgraf::read::press
