// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "indexer/read/found_article.h"
#include "indexer/read/sink.h"

namespace nutgraf::read::sandbox {

/// What one document holds.
struct Parsed {
  std::vector<FoundArticle> articles;
  Skip why_none = Skip::Empty;  // where there are no articles
};

/// A format whose documents are parsed in a process of their own, because they are too intricate to be trusted.
struct Parser {
  std::string_view name;
  /// Throws Unreadable.
  Parsed (*parse)(std::string_view bytes);
};

}  // namespace nutgraf::read::sandbox
