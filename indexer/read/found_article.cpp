// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/found_article.h"

#include <utility>

#include "indexer/read/keys.h"

namespace nutgraf::read {

void emit_found(FoundArticle&& found, const Document& document, std::uint64_t part, ArticleEmitter& emitter) {
  ArticleRecord& record = found.article.record;
  if (found.article.text.empty() && record.title.empty()) {
    emitter.reject(document, found.line, record.origin.offset,
                   found.why_no_text.empty() ? "it has neither text nor title" : found.why_no_text);
    return;
  }
  if (!found.bad_date.empty()) {
    Document place = document;
    place.origin.offset = record.origin.offset;
    emitter.note(place, Note::BadDate, found.bad_date);
    record.meta.emplace_back("date", std::move(found.bad_date));
  }
  if (emitter.keys().is_mapped(Field::Id)) {
    record.id.clear();
  }
  emitter.emit(std::move(found.article), document, part);
}

void emit_all(std::vector<FoundArticle>&& found, const Document& document, ArticleEmitter& emitter) {
  std::uint64_t part = found.size() > 1 ? 1 : 0;
  for (FoundArticle& one : found) {
    if (emitter.stopped()) {
      return;
    }
    emit_found(std::move(one), document, part, emitter);
    ++part;
  }
}

}  // namespace nutgraf::read
