// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <span>
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
/// each joins the group of copies that it is closest to. Groups do not change otherwise. The articles that join none
/// are left to be compared with one another. Words that a line end broke are joined if the index writes them so.
class FrozenStage {
 public:
  /// `generation`: folder of the live one.
  FrozenStage(const std::filesystem::path& generation, const read::ReadOptions& reading);

  /// Did the build leave what it found? Earlier programs did not, and then no article is treated.
  [[nodiscard]] bool knows() const { return frozen_.has_value(); }
  /// Phrases that come back week after week: see survey::SurveyOptions.
  [[nodiscard]] std::span<const std::uint64_t> recurring() const { return frozen_->recurring(); }

  /// From any thread.
  void settle(Batch& batch);
  /// Adds the articles that joined groups and the words that were joined, when all batches are settled.
  void count(PipelineResult& result) const;

 private:
  void settle(Item& item);
  /// Does an article of the index stand for a group of copies?
  [[nodiscard]] bool stands_for_others(const std::string& id) const;
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
  mutable std::mutex mutex_;  // guards what is below
  store::IndexedArticles indexed_;
  store::IndexedWords words_;
  std::unordered_map<std::string, bool> one_words_;  // broken words that were looked up
  std::unordered_set<std::string> joined_;           // articles that stand for the groups
  std::uint64_t copies_ = 0;
  std::uint64_t rejoined_ = 0;  // words
};

}  // namespace nutgraf::build
