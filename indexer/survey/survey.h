// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/index/record.h"
#include "indexer/survey/articles.h"
#include "indexer/survey/boilerplate.h"
#include "indexer/survey/copy_groups.h"
#include "indexer/survey/options.h"
#include "indexer/survey/record_sorter.h"

/// What only the whole corpus can tell of an article: whether it is a copy of another, and which of its lines its site
/// prints on other pages too. A build looks at all articles before it analyses the first.
namespace nutgraf::survey {

/// By number of the article.
struct Findings {
  Boilerplate boilerplate;
  Originals originals;
};

/// What one thread saw of consecutive articles.
class Observations {
 public:
  struct Text {
    std::string_view text;                   // empty: not to be looked at, as it was cut already, say
    Furniture boilerplate = Furniture::Cut;  // Kept: only copies are looked for
  };
  /// The article after the last one.
  void add(std::uint32_t number, const ArticleRecord& record, const Text& text);
  void clear();

 private:
  friend class Survey;
  std::uint32_t first_ = 0;
  std::vector<SurveyedArticle> articles_;
  std::vector<Record> samples_;
  std::vector<Record> segments_;
  std::vector<WordHash> words_;
  std::vector<Segment> found_;
};

/// (add)* find.
class Survey {
 public:
  explicit Survey(const SurveyOptions& options);

  /// From any thread.
  void add(const Observations& observations);

  struct Texts {
    std::function<bool(std::uint32_t article)> is_live;         // false: a later record has its id
    std::function<std::string(std::uint32_t article)> text_of;  // as it was added
    std::function<std::string(std::uint32_t article)> id_of;
  };
  [[nodiscard]] Findings find(const Texts& texts);

 private:
  SurveyOptions options_;
  std::mutex mutex_;  // guards articles_ while articles are added
  std::vector<SurveyedArticle> articles_;
  RecordSorter samples_;
  RecordSorter segments_;
};

}  // namespace nutgraf::survey
