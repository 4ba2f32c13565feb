// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "indexer/build/batch_sink.h"
#include "indexer/build/checkpoint_store.h"
#include "indexer/passage/vocabulary.h"
#include "indexer/store/build_store.h"

namespace nutgraf::build {

/// Everything goes to a store, and what became of each batch is kept as a checkpoint, from which a later run takes it.
/// Everything is read all the same: that is what tells which batches are still the same.
class CheckpointSink final : public BatchSink {
 public:
  /// All of them must outlive the sink.
  CheckpointSink(const read::ReadOptions& inputs, store::SerialisingStore& store, CheckpointStore& checkpoints)
      : inputs_(inputs), store_(store), checkpoints_(checkpoints) {}

  std::optional<std::uint64_t> restore(const Batch& batch) override;
  void take(const AnalysedBatch& batch) override;
  void complete(PipelineResult& result) override;

  [[nodiscard]] std::uint64_t batches() const { return batches_; }
  [[nodiscard]] std::uint64_t restored() const { return restored_; }  // of them

 private:
  [[nodiscard]] std::string take_key(std::size_t number);
  void add(passage::Vocabulary&& words);

  const read::ReadOptions& inputs_;
  store::SerialisingStore& store_;
  CheckpointStore& checkpoints_;
  std::atomic<std::uint64_t> batches_{0};
  std::atomic<std::uint64_t> restored_{0};
  std::atomic<std::uint64_t> shortened_terms_{0};  // in restored batches
  std::mutex mutex_;                               // guards what follows
  std::map<std::size_t, std::string> keys_;        // of batches that are analysed now
  passage::Vocabulary vocabulary_;
};

}  // namespace nutgraf::build
