// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/worker_pool.h"

#include <utility>

namespace nutgraf {

WorkerPool::WorkerPool(std::size_t count, std::function<void(std::size_t)> work, std::function<void()> stop)
    : work_(std::move(work)), stop_(std::move(stop)), working_(count) {
  try {
    for (std::size_t worker = 0; worker < count; ++worker) {
      threads_.emplace_back([this, worker] { run(worker); });
    }
  } catch (...) {  // no more threads to be had
    stop_();
    join_threads();
    throw;
  }
}

WorkerPool::~WorkerPool() {
  stop_();
  join_threads();
}

void WorkerPool::run(std::size_t worker) noexcept {
  try {
    work_(worker);
  } catch (...) {
    keep(std::current_exception());
    stop_();
  }
  const std::lock_guard lock(mutex_);
  --working_;
  done_.notify_all();
}

void WorkerPool::keep(std::exception_ptr failure) {
  const std::lock_guard lock(mutex_);
  if (!failure_) {
    failure_ = std::move(failure);
  }
}

bool WorkerPool::wait_for(std::chrono::milliseconds time) {
  std::unique_lock lock(mutex_);
  return done_.wait_for(lock, time, [&] { return working_ == 0; });
}

void WorkerPool::join() {
  join_threads();
  if (failure_) {
    std::rethrow_exception(failure_);
  }
}

void WorkerPool::join_threads() {
  for (std::thread& thread : threads_) {
    thread.join();
  }
  threads_.clear();
}

}  // namespace nutgraf
