// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>

#include "indexer/build/batch.h"
#include "indexer/build/batch_spool.h"
#include "indexer/build/types.h"
#include "indexer/survey/broken_words.h"
#include "indexer/survey/survey.h"

namespace nutgraf::build {

/// Looks at all batches and keeps them until the last was seen; then gives them out with what was found: (look)* settle
/// (next)*.
class SurveyStage {
 public:
  /// `threads`: for what is done when all batches were looked at.
  SurveyStage(const survey::SurveyOptions& options, unsigned threads);
  ~SurveyStage();
  SurveyStage(const SurveyStage&) = delete;
  SurveyStage& operator=(const SurveyStage&) = delete;
  SurveyStage(SurveyStage&&) = delete;
  SurveyStage& operator=(SurveyStage&&) = delete;

  /// From any thread. Pages are trimmed, so that what is compared is the articles.
  void look(const Batch& batch);
  /// When all batches were looked at and all ids are settled.
  void settle();
  /// From any thread: the next batch in order, its boilerplate cut, its copies named, its broken words joined; nothing
  /// after the last.
  [[nodiscard]] std::optional<Batch> next();
  /// Adds the counts of copies, boilerplate and joined words. The last call.
  void count(PipelineResult& result) const;

 private:
  void apply(Batch& batch);
  void find();

  survey::Furniture boilerplate_;
  std::filesystem::path scratch_;  // a folder, made if need be
  BatchSpool spool_;
  survey::Survey survey_;
  survey::Findings findings_;
  survey::BrokenWords broken_words_;
  unsigned threads_;
  std::atomic<std::size_t> next_{0};
  std::atomic<std::uint64_t> trimmed_{0};
  std::atomic<std::uint64_t> joined_{0};
};

}  // namespace nutgraf::build
