// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/build/batch_sink.h"
#include "indexer/store/build_store.h"

namespace nutgraf::build {

/// Everything goes to a store (not finished) as it comes: batches find their order by number.
class StoreSink final : public BatchSink {
 public:
  explicit StoreSink(store::BuildStore& store) : store_(store) {}
  void take(const AnalysedBatch& batch) override { store_.write(batch.number, batch.passages); }

 private:
  store::BuildStore& store_;
};

}  // namespace nutgraf::build
