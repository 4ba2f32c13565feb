// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/press/nexis_reader.h"

#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/lines/paragraphs.h"
#include "indexer/read/press/nexis.h"
#include "indexer/read/press/nexis_page.h"
#include "indexer/read/press/nexis_text.h"
#include "indexer/read/press/page_source.h"

namespace nutgraf::read::press {
namespace {

bool is_page(std::string_view text) {
  return ascii::trimmed(text).starts_with('<');
}

}  // namespace

Evidence sniff_nexis(std::string_view front) {
  // Most files are no export, and this tells them at once.
  if (front.find("ocument") == std::string_view::npos && front.find("DOCUMENT") == std::string_view::npos &&
      front.find("okument") == std::string_view::npos && front.find("DOKUMENT") == std::string_view::npos) {
    return Evidence::None;
  }
  const bool nexis = is_page(front) ? is_nexis_page(front) : is_nexis(paragraphs_of_text(front));
  return nexis ? Evidence::Strong : Evidence::None;
}

void read_nexis(Peeked& bytes, const Document& document, ArticleEmitter& emitter) {
  const std::string text = page_text(bytes, document, emitter);
  const bool page = is_page(text);
  const std::vector<Paragraph> paragraphs = page ? paragraphs_of_page(text) : paragraphs_of_text(text);
  if (!is_nexis(paragraphs)) {
    emitter.reject(document, 0, 0,
                   "it is no export of Nexis: it has no line such as '1 of 10 DOCUMENTS' or 'End of Document'");
    return;
  }
  std::vector<FoundArticle> found = split_nexis(paragraphs);
  if (found.empty()) {
    emitter.skip(document, Skip::NoArticle);
    return;
  }
  for (FoundArticle& one : found) {
    one.article.text = page ? std::move(one.article.text) : lines::lay_out_paragraphs(one.article.text);
  }
  emit_all(std::move(found), document, emitter);
}

}  // namespace nutgraf::read::press
