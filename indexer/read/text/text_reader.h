// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/read/article_emitter.h"
#include "indexer/read/byte_source.h"
#include "indexer/read/document.h"

namespace nutgraf::read::text {

/// Plain text: one article per file, perhaps with a head of title, date and other fields.
void read_text(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

}  // namespace nutgraf::read::text
