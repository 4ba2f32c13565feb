// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/text/text_reader.h"

#include <string>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/decoded_text.h"
#include "indexer/read/field_value.h"
#include "indexer/read/file_name.h"
#include "indexer/read/lines/paragraphs.h"
#include "indexer/read/press/unread_export.h"
#include "indexer/read/record_cutter.h"
#include "indexer/read/text/markdown_items.h"
#include "indexer/read/text/markdown_text.h"
#include "indexer/read/text/text_head.h"

namespace nutgraf::read::text {
namespace {

bool is_markdown(const Document& document) {
  const std::string extension = extension_of(document.name);
  return extension == "md" || extension == "markdown";
}

/// One article per heading. What the head of the file says holds for all of them, but for its title.
void emit_items(const MarkdownItems& cut, const Document& document, ArticleEmitter& emitter) {
  Article head;
  const std::string_view front = read_head(cut.front, head);
  if (cut.has_more || !ascii::trimmed(front).empty()) {
    emitter.skip(document, Skip::OutsideItems);
  }
  head.record.title.clear();
  std::uint64_t number = 0;
  for (const MarkdownItem& item : cut.items) {
    Article article;
    article.record.title = std::string(item.heading);
    article.record.section = std::string(item.section);
    complete(article, head);
    article.text = lay_out_markdown(item.text);
    ++number;
    if (article.text.empty() && article.record.title.empty()) {
      continue;
    }
    emitter.emit(std::move(article), document, number);
  }
}

}  // namespace

void read_text(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  const std::string text = decoded_text(decode(read_all(bytes, kRecordLimit)), document, emitter);
  if (const unsigned level = emitter.options().split_level; level != 0) {
    const MarkdownItems cut = cut_at_headings(text, level);
    if (!cut.items.empty()) {
      emit_items(cut, document, emitter);
      return;
    }
  }
  press::refuse_unread_export(text);
  Article article;
  const std::string_view body = read_head(text, article);
  article.text = is_markdown(document) ? lay_out_markdown(body) : lines::lay_out_paragraphs(body);
  if (article.text.empty() && article.record.title.empty()) {
    emitter.skip(document, Skip::Empty);
    return;
  }
  emitter.emit(std::move(article), document, 0);
}

}  // namespace nutgraf::read::text
