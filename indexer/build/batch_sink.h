// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "indexer/build/batch.h"
#include "indexer/read/sink.h"

namespace nutgraf::build {

enum class ArticleDecision : std::uint8_t {
  Take,
  Unchanged,  // listed in the result, but not analysed
  Ignored,    // as if it had not been read
};

/// May the passages of one oversized article come in several batches?
enum class Oversized : std::uint8_t { Split, KeepWhole };

/// The end of the pipeline: decides before analysis what is read and taken, and takes what was analysed. By itself it
/// reads and takes everything.
class BatchSink {
 public:
  virtual ~BatchSink() = default;

  /// On the reading thread, before a file is opened. Unchanged passes it over: none of its articles is seen.
  virtual read::FileDecision begin_file(const read::FileFacts& /*file*/) { return read::FileDecision::Read; }
  /// On the reading thread, in input order, with everything of the facts but the number of passages. An Unchanged
  /// article is taken all the same where an earlier record of this run with the same id was, since the last record
  /// wins.
  virtual ArticleDecision decide(const ArticleFacts& /*article*/) { return ArticleDecision::Take; }
  [[nodiscard]] virtual Oversized oversized() const { return Oversized::Split; }

  /// Takes a batch that need not be analysed, since that was done before, and fills in its entries; its number of
  /// passages, or nothing if it must be analysed. Called from several threads.
  [[nodiscard]] virtual std::optional<std::uint64_t> restore(const Batch& /*batch*/) { return std::nullopt; }
  /// Called from several threads, each batch once.
  virtual void take(const AnalysedBatch& batch) = 0;
  /// Adds what only the sink knows of the batches it restored. The last call.
  virtual void complete(PipelineResult& /*result*/) {}
  /// Wakes threads that wait inside take().
  virtual void abort() {}
};

}  // namespace nutgraf::build
