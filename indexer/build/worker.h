// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/text/analyzer.h"
#include "indexer/build/batch.h"
#include "indexer/passage/document_builder.h"
#include "indexer/passage/passages.h"
#include "indexer/passage/vocabulary.h"

namespace nutgraf::build {

/// Notes in `entry` what an index counts of a prepared article.
void describe(const ArticleRecord& record, Entry& entry);

/// What an article, or its part in this batch, adds to its entry.
struct ItemCounts {
  std::uint32_t passages = 0;
  std::uint64_t words = 0;
};

/// A batch after its analysis; `passages` are those of all its articles, in order, valid until the worker's next batch.
struct Analysed {
  std::size_t number;
  std::span<const Item> items;  // entries filled in, texts gone
  std::span<const PassageDocument> passages;
  std::span<const ItemCounts> counts;  // by item
  Vocabulary& words;                   // of all that the worker analysed since they were taken away
  std::uint64_t shortened_terms = 0;   // in this batch
};

/// Cleans, cuts and analyses batches: one a thread.
class Worker {
 public:
  /// Both must outlive it.
  Worker(const Analyzer& analyzer, const read::ReadOptions& inputs);

  [[nodiscard]] Analysed analyse(Batch& batch);

  [[nodiscard]] Vocabulary& vocabulary() { return vocabulary_; }
  [[nodiscard]] std::uint64_t shortened_terms() const { return builder_.shortened_terms(); }

 private:
  [[nodiscard]] ItemCounts analyse(Item& item);

  const read::ReadOptions& inputs_;
  PassageCutter cutter_;
  PassageDocumentBuilder builder_;
  DocumentBuffer documents_;
  std::vector<ItemCounts> counts_;
  Vocabulary vocabulary_;
};

}  // namespace nutgraf::build
