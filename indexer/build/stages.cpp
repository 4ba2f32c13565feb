// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/stages.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "core/base/failure.h"
#include "indexer/build/batch_queue.h"
#include "indexer/build/batcher.h"
#include "indexer/build/worker.h"
#include "indexer/read/read_inputs.h"

namespace nutgraf::build {
namespace {

// A batch grows about tenfold while it is analysed, and each worker has one; the queue gets a share of what is left.
std::size_t queue_bytes(const PipelineOptions& options) {
  const std::size_t fair = std::size_t{4} * kBatchBytes * std::max(1U, options.threads);
  return std::clamp<std::size_t>(options.memory / 16, kBatchBytes, fair);
}

/// The workers' side of a run: threads, the first failure, and the way to stop everything.
class Crew {
 public:
  Crew(const Run& run, BatchSink& sink, BatchQueue& queue) : run_(run), sink_(sink), queue_(queue) {}
  ~Crew() {
    queue_.abort();
    sink_.abort();
    join();
  }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;
  Crew(Crew&&) = delete;
  Crew& operator=(Crew&&) = delete;

  void start() {
    const unsigned count = std::max(1U, run_.options.threads);
    for (unsigned i = 0; i < count; ++i) {
      workers_.push_back(std::make_unique<Worker>(analyzer_, run_.inputs));
    }
    working_ = count;
    for (const auto& worker : workers_) {
      threads_.emplace_back([this, &worker = *worker] { work(worker); });
    }
  }

  /// Waits for the workers, which may be stopped while they finish; then throws what one of them threw.
  void finish() {
    std::unique_lock lock(mutex_);
    while (!done_.wait_for(lock, std::chrono::milliseconds(100), [&] { return working_ == 0; })) {
      if (run_.interrupted()) {
        lock.unlock();
        stop();
        lock.lock();
      }
    }
    lock.unlock();
    join();
    if (failure_) {
      std::rethrow_exception(failure_);
    }
  }

  void collect(PipelineResult& result) {
    for (const auto& worker : workers_) {
      result.vocabulary.merge(std::move(worker->vocabulary()));
      result.shortened_terms += worker->shortened_terms();
    }
  }

 private:
  void work(Worker& worker) noexcept {
    try {
      while (auto batch = queue_.pop()) {
        const std::optional<std::uint64_t> restored = sink_.restore(*batch);
        const std::uint64_t passages = restored ? *restored : analyse(worker, *batch);
        run_.progress.articles += batch->items.size();
        run_.progress.passages += passages;
        run_.progress.bytes += batch->bytes;
      }
    } catch (...) {
      fail(std::current_exception());
    }
    const std::lock_guard lock(mutex_);
    --working_;
    done_.notify_all();
  }

  /// Number of passages.
  std::uint64_t analyse(Worker& worker, Batch& batch) {
    const AnalysedBatch analysed = worker.analyse(batch);
    sink_.take(analysed);
    return analysed.passages.size();
  }

  void fail(std::exception_ptr failure) {
    {
      const std::lock_guard lock(mutex_);
      if (!failure_) {
        failure_ = std::move(failure);
      }
    }
    stop();
  }

  void stop() {
    queue_.abort();
    sink_.abort();
  }

  void join() {
    for (std::thread& thread : threads_) {
      thread.join();
    }
    threads_.clear();
  }

  const Run& run_;
  BatchSink& sink_;
  BatchQueue& queue_;
  const Analyzer analyzer_{};
  std::vector<std::unique_ptr<Worker>> workers_;
  std::vector<std::thread> threads_;
  std::mutex mutex_;
  std::condition_variable done_;
  unsigned working_ = 0;
  std::exception_ptr failure_;
};

}  // namespace

PipelineResult run_stages(const Run& run, BatchSink& sink) {
  BatchQueue queue(queue_bytes(run.options));
  Batcher batcher({sink, queue, run});  // owns what the crew writes to: goes last
  Crew crew(run, sink, queue);
  crew.start();
  read::read_inputs(run.inputs, batcher);
  batcher.finish();
  crew.finish();
  if (run.interrupted()) {
    throw Failure(ExitCode::Interrupted, "interrupted; nothing was changed");
  }
  PipelineResult result = std::move(batcher).result();
  crew.collect(result);
  sink.complete(result);
  return result;
}

}  // namespace nutgraf::build
