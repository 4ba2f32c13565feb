// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>

#include "indexer/build/batch_sink.h"
#include "indexer/build/sequencer.h"

namespace nutgraf::build {

/// A sink, for one run, that takes the articles one by one in input order.
class OrderedSink : public BatchSink {
 public:
  [[nodiscard]] Oversized oversized() const final { return Oversized::KeepWhole; }
  void take(const AnalysedBatch& batch) final;
  void abort() final { sequencer_.abort(); }

  /// For every article taken, in input order, one call at a time, but on any thread. The passages are valid during the
  /// call; none at all: the article has no word.
  virtual void apply(const ArticleFacts& article, std::span<const passage::PassageDocument> passages) = 0;

 private:
  Sequencer sequencer_;
};

}  // namespace nutgraf::build
