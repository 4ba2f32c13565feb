// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/article.h"
#include "indexer/read/html/main_text.h"
#include "indexer/read/html/page_kind.h"

namespace nutgraf::read::html {

/// What is known of a page from outside of it.
struct PageHints {
  std::string url;       // that it was fetched from; empty where unknown
  std::string language;  // that the server declared
  Omitted omitted = Omitted::Forget;
};

struct Page {
  Article article;  // without id and origin
  PageKind kind = PageKind::Article;
};

/// Takes the article out of a page. `html` is UTF-8.
[[nodiscard]] Page extract(std::string_view html, const PageHints& hints);

}  // namespace nutgraf::read::html
