// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article.h"

namespace nutgraf::read::html {

/// What is known of a page from outside of it.
struct PageHints {
  std::string url;       // that it was fetched from; empty where unknown
  std::string language;  // that the server declared
};

/// What a page is, where it is no article.
enum class PageKind : std::uint8_t {
  Article,
  Index,    // a list of links to articles
  Error,    // "page not found"
  Consent,  // a question about cookies
  Paywall,  // the beginning of a text, the rest for subscribers
  Empty,    // no sentence
};
[[nodiscard]] std::string_view name_of(PageKind kind);

struct Page {
  Article article;  // without id and origin
  PageKind kind = PageKind::Article;
};

/// Takes the article out of a page. `html` is UTF-8.
[[nodiscard]] Page extract(std::string_view html, const PageHints& hints);

}  // namespace nutgraf::read::html
