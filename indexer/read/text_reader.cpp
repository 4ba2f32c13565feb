// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/text_reader.h"

#include <fmt/format.h>

#include <utility>

#include "indexer/read/clean_lines.h"
#include "indexer/read/encoding.h"
#include "indexer/read/paragraphs.h"
#include "indexer/read/record_cutter.h"
#include "indexer/read/text_head.h"

namespace nutgraf::read {

void read_text(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  Decoded decoded = decode(read_all(bytes, kRecordLimit));
  if (!decoded.encoding.empty()) {
    emitter.note(document, Note::Encoding, decoded.encoding);
  }
  if (decoded.bad > 0) {
    emitter.note(
        document, Note::InvalidUtf8,
        fmt::format("{} places that are no {}", decoded.bad, decoded.encoding.empty() ? "UTF-8" : decoded.encoding));
  }
  const std::size_t nuls = clean_lines(decoded.text);
  if (nuls > 0) {
    emitter.note(document, Note::NulBytes, fmt::format("{} replaced by blanks", nuls));
  }
  Article article;
  article.text = lay_out_paragraphs(read_head(decoded.text, article.record));
  if (article.text.empty() && article.record.title.empty()) {
    emitter.skip(document, Skip::Empty);
    return;
  }
  emitter.emit(std::move(article), document, 0);
}

}  // namespace nutgraf::read
