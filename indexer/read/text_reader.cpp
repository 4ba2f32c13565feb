// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <utility>

#include "indexer/read/article_emitter.h"
#include "indexer/read/byte_source.h"
#include "indexer/read/decoded_text.h"
#include "indexer/read/document.h"
#include "indexer/read/paragraphs.h"
#include "indexer/read/record_cutter.h"
#include "indexer/read/text_head.h"

/// Plain text: one article per file, perhaps with a head of title, date and other fields.
namespace nutgraf::read {

void read_text(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  const std::string text = decoded_text(decode(read_all(bytes, kRecordLimit)), document, emitter);
  Article article;
  article.text = lay_out_paragraphs(read_head(text, article.record));
  if (article.text.empty() && article.record.title.empty()) {
    emitter.skip(document, Skip::Empty);
    return;
  }
  emitter.emit(std::move(article), document, 0);
}

}  // namespace nutgraf::read
