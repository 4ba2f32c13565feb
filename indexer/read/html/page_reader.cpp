// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/page_reader.h"

#include <array>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/decoded_text.h"
#include "indexer/read/encoding.h"
#include "indexer/read/html/charset.h"
#include "indexer/read/html/fragment.h"
#include "indexer/read/html/mhtml.h"
#include "indexer/read/html/page.h"
#include "indexer/read/html/saved_page.h"
#include "indexer/read/record_cutter.h"

namespace nutgraf::read::html {
namespace {

void read_page(SavedPage saved, const Document& document, ArticleEmitter& emitter) {
  if (saved.charset.empty()) {
    saved.charset = declared_charset(saved.html);
  }
  const std::string text = decoded_text(decode(std::move(saved.html), saved.charset), document, emitter);
  Page page = extract(text, {saved.url, {}, emitter.wants_omissions() ? Omitted::Keep : Omitted::Forget});
  if (page.kind != PageKind::Article) {
    emitter.skip(document, Skip::NoArticle);
    return;
  }
  emitter.emit(std::move(page.article), document, 0);
}

}  // namespace

Evidence sniff_html(std::string_view front) {
  constexpr auto kLikely = std::to_array<std::string_view>({"<head", "<body", "<title", "<meta", "<article", "<div"});
  if (begins_page(front) || is_python_bytes(front)) {
    return Evidence::Strong;
  }
  return begins_with_tag(front, kLikely) && holds_html(front) ? Evidence::Weak : Evidence::None;
}

void read_html(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  read_page(unwrapped(read_all(bytes, kRecordLimit)), document, emitter);
}

Evidence sniff_mhtml(std::string_view front) {
  constexpr std::size_t kHeaders = 4096;
  const std::string begin = ascii::lowered(front.substr(0, kHeaders));
  const std::string_view headers = std::string_view(begin).substr(0, begin.find("\n\n"));
  const bool mime = headers.find("mime-version:") != std::string_view::npos;
  return mime && headers.find("multipart/related") != std::string_view::npos ? Evidence::Strong : Evidence::None;
}

void read_mhtml(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  auto page = page_of_mhtml(read_all(bytes, kRecordLimit));
  if (!page) {
    emitter.reject(document, 0, 0, "it is MHTML without a page: none of its parts is HTML");
    return;
  }
  read_page(std::move(*page), document, emitter);
}

}  // namespace nutgraf::read::html
