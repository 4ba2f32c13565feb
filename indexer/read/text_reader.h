// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/read/article_emitter.h"
#include "indexer/read/byte_source.h"
#include "indexer/read/document.h"

namespace nutgraf::read {

/// One article from a file of plain text or Markdown.
void read_text(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

}  // namespace nutgraf::read
