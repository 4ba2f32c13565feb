// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "indexer/read/article_emitter.h"
#include "indexer/read/document.h"
#include "indexer/read/json/record.h"

namespace nutgraf::read::json {

struct RecordPlace {
  std::uint64_t line = 0;    // from 1
  std::uint64_t offset = 0;  // in the document, in bytes
  std::uint64_t part = 0;    // of the ids of records without one; 0 where the record is the whole file
};

/// Gives what was read of a record to the emitter: an article, whose URL is its id where it has no other, or a reject.
void deliver_record(FilledRecord&& filled, const RecordPlace& place, const Document& document, ArticleEmitter& emitter);

}  // namespace nutgraf::read::json
