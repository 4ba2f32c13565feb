// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json/deliver_record.h"

#include <utility>

namespace nutgraf::read::json {

void deliver_record(FilledRecord&& filled, const RecordPlace& place, const Document& document,
                    ArticleEmitter& emitter) {
  emitter.record_read(filled.mapped);
  if (filled.why_no_post) {
    emitter.skip(document, *filled.why_no_post);
    return;
  }
  if (!filled.why_no_text.empty()) {
    emitter.reject(document, place.line, place.offset, filled.why_no_text);
    return;
  }
  ArticleRecord& record = filled.article.record;
  if (record.id.empty() && !emitter.keys().is_mapped(Field::Id)) {
    record.id = record.url;
  }
  record.origin.offset = place.offset;
  emitter.emit(std::move(filled.article), document, place.part);
}

}  // namespace nutgraf::read::json
