// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/text/token.h"
#include "indexer/article.h"
#include "indexer/clean/clean.h"
#include "indexer/clean/repair.h"

namespace nutgraf::preview {

struct PassageView {
  std::string text;
  std::uint64_t words = 0;
  std::uint32_t page = 0;  // on which it begins; 0: the document has none
  Analysis analysis;       // for Detail::Tokens
};

/// An article as a build would take it.
struct ArticleView {
  ArticleRecord record;
  std::string text;  // as Article::text, without what was cut
  std::vector<clean::Cut> cuts;
  clean::Repairs repairs;
  std::vector<PassageView> passages;
};

}  // namespace nutgraf::preview
