// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace nutgraf {

/// Threads that each run one function once, joined whatever happens.
class WorkerPool {
 public:
  /// Runs work(0), work(1), ... work(count - 1), each on a thread of its own. `stop` makes all of them return soon; it
  /// is called, from any thread, when one of them throws and when the pool goes.
  WorkerPool(std::size_t count, std::function<void(std::size_t)> work, std::function<void()> stop);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;
  WorkerPool(WorkerPool&&) = delete;
  WorkerPool& operator=(WorkerPool&&) = delete;

  /// Waits until all have returned or this time is over; have they?
  [[nodiscard]] bool wait_for(std::chrono::milliseconds time);
  /// Waits until all have returned, then throws what the first of them threw.
  void join();

 private:
  void run(std::size_t worker) noexcept;
  void keep(std::exception_ptr failure);
  void join_threads();

  std::function<void(std::size_t)> work_;
  std::function<void()> stop_;
  std::mutex mutex_;  // guards what follows, but threads_
  std::condition_variable done_;
  std::size_t working_;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace nutgraf
