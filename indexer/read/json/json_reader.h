// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/read/reader.h"

/// Records in JSON, read as a stream: one a line, in an array, or one after the other.
namespace nutgraf::read::json {

void read_json(Peeked& bytes, const Document& document, ArticleEmitter& emitter);
/// A line that is no JSON costs itself alone.
void read_json_lines(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

}  // namespace nutgraf::read::json
