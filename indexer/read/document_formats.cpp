// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/document_formats.h"

#include <utility>

#include "indexer/read/found_article.h"
#include "indexer/read/sandbox/limits.h"
#include "indexer/read/sandbox/parser_process.h"
#include "indexer/read/unpack/container.h"

namespace nutgraf::read {
namespace {

void read_apart(std::string_view parser, Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  const std::string content = read_all(bytes, sandbox::kDocumentLimit);
  sandbox::Parsed parsed = sandbox::parse_apart(parser, content);
  if (parsed.articles.empty()) {
    emitter.skip(document, parsed.why_none);
    return;
  }
  emit_all(std::move(parsed.articles), document, emitter);
}

Evidence is_zipped(std::string_view front, unpack::ZippedDocument kind) {
  return unpack::zipped_document(front) == kind ? Evidence::Strong : Evidence::None;
}

}  // namespace

void read_docx(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  read_apart("docx", bytes, document, emitter);
}

void read_odt(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  read_apart("odt", bytes, document, emitter);
}

void read_epub(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  read_apart("epub", bytes, document, emitter);
}

void read_rtf(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  read_apart("rtf", bytes, document, emitter);
}

void read_pdf(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  read_apart("pdf", bytes, document, emitter);
}

Evidence sniff_docx(std::string_view front) {
  return is_zipped(front, unpack::ZippedDocument::Docx);
}

Evidence sniff_odt(std::string_view front) {
  return is_zipped(front, unpack::ZippedDocument::Odt);
}

Evidence sniff_epub(std::string_view front) {
  return is_zipped(front, unpack::ZippedDocument::Epub);
}

Evidence sniff_rtf(std::string_view front) {
  return front.starts_with("{\\rtf") ? Evidence::Strong : Evidence::None;
}

Evidence sniff_pdf(std::string_view front) {
  constexpr std::size_t kReach = 1024;  // as readers of PDF look for its mark
  const std::size_t mark = front.substr(0, kReach).find("%PDF-");
  return mark == 0 ? Evidence::Strong : mark != std::string_view::npos ? Evidence::Weak : Evidence::None;
}

}  // namespace nutgraf::read
