// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>

#include "indexer/build/batch.h"

namespace nutgraf::build {

/// Batches on their way to the workers, in order, bounded by the bytes of their texts: (push)* close, or abort from any
/// thread.
class BatchQueue {
 public:
  /// At least one batch is let in whatever its size.
  explicit BatchQueue(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  /// Waits for room; drops the batch once aborted.
  void push(Batch&& batch);
  /// Waits for a batch; nothing once closed and empty, or aborted.
  [[nodiscard]] std::optional<Batch> pop();
  void close();
  void abort();
  [[nodiscard]] bool aborted() const;

 private:
  const std::size_t max_bytes_;
  mutable std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable work_;
  std::deque<Batch> batches_;
  std::size_t bytes_ = 0;
  enum class State : std::uint8_t { Open, Closed, Aborted } state_ = State::Open;
};

}  // namespace nutgraf::build
