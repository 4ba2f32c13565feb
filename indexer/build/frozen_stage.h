// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/build/batch.h"
#include "indexer/build/types.h"
#include "indexer/store/indexed_articles.h"
#include "indexer/store/indexed_words.h"
#include "indexer/survey/frozen.h"
#include "indexer/survey/shingles.h"

namespace nutgraf::build {

/// Treats the articles of an update by what the build of the index found: known boilerplate of their site is cut, and
/// each joins the group of copies that it is closest to. Groups do not change otherwise. Words that a line end broke
/// are joined if the index writes them so.
class FrozenStage {
 public:
  /// `generation`: folder of the live one.
  FrozenStage(const std::filesystem::path& generation, const read::ReadOptions& reading);

  /// From any thread.
  void settle(Batch& batch);
  /// Adds the counts of copies, boilerplate and joined words, when all batches are settled.
  void count(PipelineResult& result) const;

 private:
  void settle(Article& article);
  [[nodiscard]] std::string original_of(const Article& article);
  /// Shingles of an indexed article's text, and the article that stands for its group.
  struct Found {
    std::string original;
    survey::Shingles shingles;
  };
  [[nodiscard]] std::optional<Found> find(const std::string& id) const;

  /// As the index writes it.
  [[nodiscard]] bool is_one_word(const std::string& word);

  std::optional<survey::Frozen> frozen_;
  const read::ReadOptions& reading_;
  std::mutex mutex_;  // guards what is below
  store::IndexedArticles indexed_;
  store::IndexedWords words_;
  std::unordered_map<std::string, bool> one_words_;  // broken words that were looked up
  std::unordered_set<std::string> joined_;           // articles that stand for the groups
  std::uint64_t copies_ = 0;
  std::uint64_t trimmed_ = 0;
  std::uint64_t rejoined_ = 0;  // words
};

}  // namespace nutgraf::build
