// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/read/article_emitter.h"
#include "indexer/read/byte_source.h"
#include "indexer/read/document.h"

/// JSON records, read as a stream. A record that cannot be read is rejected with its line and byte and reading goes on
/// with the next.
namespace nutgraf::read {

/// One record per line; an array of records where the text begins with one.
void read_json_lines(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

/// Records in either shape that json_shape() tells.
void read_json(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

}  // namespace nutgraf::read
