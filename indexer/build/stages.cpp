// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/stages.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/failure.h"
#include "core/base/worker_pool.h"

namespace nutgraf::build {
namespace {

// A batch grows about tenfold while it is analysed, and each worker has one; the queue gets a share of what is left.
std::size_t queue_bytes(const PipelineOptions& options) {
  const std::size_t fair = std::size_t{4} * kBatchBytes * std::max(1U, options.threads);
  return std::clamp<std::size_t>(options.memory / 16, kBatchBytes, fair);
}

/// The analysis of a run: workers that take batches from the queue and give what becomes of them to the output.
class Analysis {
 public:
  Analysis(const Run& run, Output& output, BatchQueue& queue)
      : run_(run), output_(output), queue_(queue), workers_(workers_of(run)) {}

  void start() {
    pool_.emplace(
        workers_.size(), [this](std::size_t worker) { work(*workers_[worker]); }, [this] { stop(); });
  }

  /// Waits for the workers, which may be stopped while they finish; then throws what one of them threw.
  void finish() {
    while (!pool_->wait_for(std::chrono::milliseconds(100))) {
      if (run_.interrupted()) {
        stop();
      }
    }
    pool_->join();
  }

  void collect(PipelineResult& result) {
    for (const auto& worker : workers_) {
      result.vocabulary.merge(std::move(worker->vocabulary()));
      result.shortened_terms += worker->shortened_terms();
    }
  }

 private:
  [[nodiscard]] std::vector<std::unique_ptr<Worker>> workers_of(const Run& run) const {
    std::vector<std::unique_ptr<Worker>> workers(std::max(1U, run.options.threads));
    std::ranges::generate(workers, [&] { return std::make_unique<Worker>(analyzer_, run.inputs); });
    return workers;
  }

  void work(Worker& worker) {
    while (auto batch = queue_.pop()) {
      const std::optional<std::uint64_t> recalled = output_.recall(*batch);
      const std::uint64_t passages = recalled ? *recalled : analyse(worker, *batch);
      run_.progress.articles += batch->items.size();
      run_.progress.passages += passages;
      run_.progress.bytes += batch->bytes;
    }
  }

  /// Number of passages.
  std::uint64_t analyse(Worker& worker, Batch& batch) {
    const Analysed analysed = worker.analyse(batch);
    output_.take(analysed);
    return analysed.passages.size();
  }

  void stop() {
    queue_.abort();
    output_.abort();
  }

  const Run& run_;
  Output& output_;
  BatchQueue& queue_;
  const Analyzer analyzer_{};
  std::vector<std::unique_ptr<Worker>> workers_;
  std::optional<WorkerPool> pool_;  // goes first: its threads use all of the above
};

}  // namespace

PipelineResult run_stages(const Run& run, Output& output) {
  BatchQueue queue(queue_bytes(run.options));
  Intake intake({output, queue, run});  // owns what the workers write to: goes last
  Analysis analysis(run, output, queue);
  analysis.start();
  read::read_inputs(run.inputs, intake);
  intake.finish();
  analysis.finish();
  if (run.interrupted()) {
    throw Failure(ExitCode::Interrupted, "interrupted; nothing was changed");
  }
  PipelineResult result = std::move(intake).result();
  analysis.collect(result);
  output.complete(result);
  return result;
}

}  // namespace nutgraf::build
