// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/read/html/dom.h"
#include "indexer/read/html/linked_data.h"
#include "indexer/read/html/main_text.h"
#include "indexer/read/html/meta_tags.h"

namespace nutgraf::read::html {

/// What a page is.
enum class PageKind : std::uint8_t {
  Article,
  Index,    // a list of links to articles
  Error,    // "page not found"
  Consent,  // a question about cookies
  Paywall,  // the beginning of a text, the rest for subscribers
  Empty,    // no text
};

/// What is known of a page when its kind is asked.
struct PageFacts {
  const Dom& dom;
  const MetaTags& tags;
  const LinkedArticle& linked;
  const MainText& main;
  std::string_view title;
  std::string_view url;
};

/// In doubt it is an article.
[[nodiscard]] PageKind kind_of(const PageFacts& page);

}  // namespace nutgraf::read::html
