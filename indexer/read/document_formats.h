// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/read/article_emitter.h"
#include "indexer/read/byte_source.h"
#include "indexer/read/document.h"
#include "indexer/read/reader.h"

/// Readers of documents that are parsed in a process of their own (sandbox/): one article each, but of an export.
namespace nutgraf::read {

void read_docx(Peeked& bytes, const Document& document, ArticleEmitter& emitter);
void read_odt(Peeked& bytes, const Document& document, ArticleEmitter& emitter);
void read_epub(Peeked& bytes, const Document& document, ArticleEmitter& emitter);
void read_rtf(Peeked& bytes, const Document& document, ArticleEmitter& emitter);
void read_pdf(Peeked& bytes, const Document& document, ArticleEmitter& emitter);

[[nodiscard]] Evidence sniff_docx(std::string_view front);
[[nodiscard]] Evidence sniff_odt(std::string_view front);
[[nodiscard]] Evidence sniff_epub(std::string_view front);
[[nodiscard]] Evidence sniff_rtf(std::string_view front);
[[nodiscard]] Evidence sniff_pdf(std::string_view front);

}  // namespace nutgraf::read
