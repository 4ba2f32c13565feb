// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/text/analyzer.h"
#include "query/search/postings/articles.h"
#include "query/search/rank/ranking.h"
#include "query/search/rank/scored_passage.h"
#include "query/search/request.h"
#include "query/view/highlight.h"
#include "query/view/hit.h"

namespace nutgraf::search {

/// From rows to hits: texts, marks, snippets, article records.
class HitMaker {
 public:
  /// Both must outlive it.
  HitMaker(const Request& request, const rank::Ranking& ranking)
      : request_(request), ranking_(ranking), articles_(ranking.plan.reader.database) {}

  [[nodiscard]] view::Hit make(const rank::ScoredPassage& row);

 private:
  void add_copies(view::Hit& hit);
  void add_text(std::string_view passage, view::Hit& hit);
  void explain(const rank::ScoredPassage& row, view::Hit& hit) const;

  const Request& request_;
  const rank::Ranking& ranking_;
  Analyzer analyzer_;
  Analyzer::Scratch scratch_;
  Analysis analysis_;
  postings::ArticleRecords articles_;
};

}  // namespace nutgraf::search
