// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/read/article_emitter.h"
#include "indexer/read/document.h"
#include "indexer/read/warc/record_stream.h"

namespace nutgraf::read::warc {

/// Gives the article of a record to the emitter, or the reason why there is none: a reject or a skip. Nothing comes of
/// what the crawler wrote about its own work: requests, metadata, logs, DNS answers.
void read_record(const Record& record, const Document& document, ArticleEmitter& emitter);

}  // namespace nutgraf::read::warc
