// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/batch_queue.h"

#include <utility>

namespace nutgraf::build {

void BatchQueue::push(Batch&& batch) {
  std::unique_lock lock(mutex_);
  room_.wait(lock, [&] { return state_ == State::Aborted || bytes_ == 0 || bytes_ + batch.bytes <= max_bytes_; });
  if (state_ == State::Aborted) {
    return;
  }
  bytes_ += batch.bytes;
  batches_.push_back(std::move(batch));
  work_.notify_one();
}

std::optional<Batch> BatchQueue::pop() {
  std::unique_lock lock(mutex_);
  work_.wait(lock, [&] { return state_ != State::Open || !batches_.empty(); });
  if (state_ == State::Aborted || batches_.empty()) {
    return std::nullopt;
  }
  Batch batch = std::move(batches_.front());
  batches_.pop_front();
  bytes_ -= batch.bytes;
  room_.notify_one();
  return batch;
}

void BatchQueue::close() {
  const std::lock_guard lock(mutex_);
  state_ = state_ == State::Open ? State::Closed : state_;
  work_.notify_all();
}

void BatchQueue::abort() {
  const std::lock_guard lock(mutex_);
  state_ = State::Aborted;
  work_.notify_all();
  room_.notify_all();
}

bool BatchQueue::aborted() const {
  const std::lock_guard lock(mutex_);
  return state_ == State::Aborted;
}

}  // namespace nutgraf::build
