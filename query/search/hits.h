// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/text/analyzer.h"
#include "query/search/plan.h"
#include "query/search/window.h"
#include "query/view/highlight.h"
#include "query/view/hit.h"

namespace nutgraf {

/// From rows to hits: texts, marks, snippets, article records.
class HitMaker {
 public:
  explicit HitMaker(const Plan& plan) : plan_(plan) {}

  [[nodiscard]] Hit make(const Candidate& row);

 private:
  struct Article {
    ArticleRecord record;
    std::uint32_t passages = 0;
  };
  [[nodiscard]] const Article& article(const std::string& id);
  void add_text(std::string_view passage, Hit& hit);
  void explain(const Candidate& row, Hit& hit) const;

  const Plan& plan_;
  Analyzer analyzer_;
  Analyzer::Scratch scratch_;
  Analysis analysis_;
  std::unordered_map<std::string, Article> articles_;
};

/// Bytes of the title paragraph, with the blank line after it, that passage 0 begins with; 0 where it begins otherwise.
[[nodiscard]] std::size_t title_bytes(std::string_view passage, std::string_view title);

}  // namespace nutgraf
