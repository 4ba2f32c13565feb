// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "indexer/read/article_emitter.h"
#include "indexer/read/byte_source.h"
#include "indexer/read/document.h"

namespace nutgraf::read::xml {

/// The bytes of an XML document as UTF-8 without byte-order mark, control characters as blanks. The encoding is told by
/// the mark, by the bytes, then by the declaration; any other than UTF-8 is noted. `bytes` must outlive it.
[[nodiscard]] std::unique_ptr<ByteSource> open_utf8(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

}  // namespace nutgraf::read::xml
