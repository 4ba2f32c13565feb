// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/text/analyzer.h"
#include "indexer/build/batch.h"
#include "indexer/passage/document_builder.h"
#include "indexer/passage/passages.h"
#include "indexer/passage/vocabulary.h"
#include "indexer/read/read_options.h"

namespace nutgraf::build {

/// Notes in `entry` what an index counts of a prepared article.
void describe(const ArticleRecord& record, Entry& entry);

/// Cleans, cuts and analyses batches: one worker per thread.
class Worker {
 public:
  /// Both must outlive it.
  Worker(const Analyzer& analyzer, const read::ReadOptions& inputs);

  [[nodiscard]] AnalysedBatch analyse(Batch& batch);

  [[nodiscard]] passage::Vocabulary& vocabulary() { return vocabulary_; }
  [[nodiscard]] std::uint64_t shortened_terms() const { return builder_.shortened_terms(); }

 private:
  [[nodiscard]] ItemCounts analyse(Item& item);

  const read::ReadOptions& inputs_;
  passage::PassageCutter cutter_;
  passage::PassageDocumentBuilder builder_;
  passage::DocumentBuffer documents_;
  std::vector<ItemCounts> counts_;
  passage::Vocabulary vocabulary_;
};

}  // namespace nutgraf::build
