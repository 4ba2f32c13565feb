// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/text/analyzer.h"
#include "query/search/article_records.h"
#include "query/search/plan.h"
#include "query/search/window.h"
#include "query/view/highlight.h"
#include "query/view/hit.h"

namespace nutgraf {

/// From rows to hits: texts, marks, snippets, article records.
class HitMaker {
 public:
  explicit HitMaker(const Plan& plan) : plan_(plan), articles_(plan.database) {}

  [[nodiscard]] Hit make(const ScoredPassage& row);

 private:
  void add_text(std::string_view passage, Hit& hit);
  void explain(const ScoredPassage& row, Hit& hit) const;

  const Plan& plan_;
  Analyzer analyzer_;
  Analyzer::Scratch scratch_;
  Analysis analysis_;
  ArticleRecords articles_;
};

/// Bytes of the title paragraph, with the blank line after it, that passage 0 begins with; 0 where it begins otherwise.
[[nodiscard]] std::size_t title_bytes(std::string_view passage, std::string_view title);

}  // namespace nutgraf
