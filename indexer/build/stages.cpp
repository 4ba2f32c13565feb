// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/stages.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/failure.h"
#include "core/base/worker_pool.h"
#include "indexer/build/batch_queue.h"
#include "indexer/build/batcher.h"
#include "indexer/build/prepare.h"
#include "indexer/build/survey_stage.h"
#include "indexer/build/worker.h"
#include "indexer/read/read_inputs.h"

namespace nutgraf::build {
namespace {

// A batch grows about tenfold while it is analysed, and each worker has one; the queue gets a share of what is left.
std::size_t queue_bytes(const PipelineOptions& options) {
  const std::size_t fair = std::size_t{4} * kBatchBytes * std::max(1U, options.threads);
  return std::clamp<std::size_t>(options.memory / 16, kBatchBytes, fair);
}

/// Threads at work on one stage of a run.
class Stage {
 public:
  Stage(const Run& run, std::size_t threads, std::function<void(std::size_t)> work, std::function<void()> stop)
      : run_(run), stop_(std::move(stop)), pool_(threads, std::move(work), stop_) {}

  /// Waits for the threads, which may be stopped while they finish; then throws what one of them threw.
  void finish() {
    while (!pool_.wait_for(std::chrono::milliseconds(100))) {
      if (run_.interrupted()) {
        stop_();
      }
    }
    pool_.join();
    if (run_.interrupted()) {
      throw Failure(ExitCode::Interrupted, "interrupted; nothing was changed");
    }
  }

 private:
  const Run& run_;
  std::function<void()> stop_;
  WorkerPool pool_;
};

using NextBatch = std::function<std::optional<Batch>()>;

/// The workers of a run: they analyse batches and give what becomes of them to the sink.
class Analysis {
 public:
  Analysis(const Run& run, BatchSink& sink) : run_(run), sink_(sink), workers_(workers_of(run)) {}

  [[nodiscard]] std::size_t threads() const { return workers_.size(); }

  void work(std::size_t worker, const NextBatch& next) {
    while (auto batch = next()) {
      const std::optional<std::uint64_t> restored = sink_.restore(*batch);
      const std::uint64_t passages = restored ? *restored : analyse(*workers_[worker], *batch);
      run_.progress.articles += batch->items.size();
      run_.progress.passages += passages;
      run_.progress.bytes += batch->bytes;
    }
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

  /// Number of passages.
  std::uint64_t analyse(Worker& worker, Batch& batch) {
    const AnalysedBatch analysed = worker.analyse(batch);
    sink_.take(analysed);
    return analysed.passages.size();
  }

  const Run& run_;
  BatchSink& sink_;
  const Analyzer analyzer_{};
  std::vector<std::unique_ptr<Worker>> workers_;
};

/// What the stages of a run share.
struct Stages {
  const Run& run;
  BatchSink& sink;
  BatchQueue& queue;
  Batcher& batcher;
  Analysis& analysis;

  void read() const {
    read::read_inputs(run.inputs, batcher);
    batcher.finish();
  }

  void read_and_analyse() const {
    Stage workers(
        run, analysis.threads(), [this](std::size_t worker) { analysis.work(worker, [this] { return settled(); }); },
        [this] {
          queue.abort();
          sink.abort();
        });
    read();
    workers.finish();
  }

  [[nodiscard]] std::optional<Batch> settled() const {
    std::optional<Batch> batch = queue.pop();
    if (batch) {
      settle(*batch);
    }
    return batch;
  }

  void settle(Batch& batch) const {
    std::ranges::for_each(batch.items, [this](Item& item) { trim_page(item.article, run.inputs); });
    if (run.settle) {
      run.settle(batch);
    }
  }

  /// Adds what the survey counted to the result.
  void read_then_analyse(const survey::SurveyOptions& options, PipelineResult& result) const {
    SurveyStage survey(options, run.options.threads);
    Stage surveyors(
        run, analysis.threads(),
        [&](std::size_t) {
          while (const auto batch = settled()) {
            survey.look(*batch);
          }
        },
        [this] { queue.abort(); });
    read();
    surveyors.finish();
    survey.settle();
    std::atomic<bool> stopped{false};
    const NextBatch next = [&] { return stopped ? std::nullopt : survey.next(); };
    Stage workers(
        run, analysis.threads(), [&](std::size_t worker) { analysis.work(worker, next); },
        [&] {
          stopped = true;
          sink.abort();
        });
    workers.finish();
    survey.count(result);
  }
};

}  // namespace

PipelineResult run_stages(const Run& run, BatchSink& sink) {
  BatchQueue queue(queue_bytes(run.options));
  Batcher batcher({sink, queue, run});  // owns what the workers write to: goes last
  Analysis analysis(run, sink);
  const Stages stages{run, sink, queue, batcher, analysis};
  PipelineResult surveyed;
  if (run.survey) {
    stages.read_then_analyse(*run.survey, surveyed);
  } else {
    stages.read_and_analyse();
  }
  PipelineResult result = std::move(batcher).result();
  result.copies = surveyed.copies;
  result.copy_groups = surveyed.copy_groups;
  result.trimmed = surveyed.trimmed;
  result.joined = surveyed.joined;
  analysis.collect(result);
  sink.complete(result);
  return result;
}

}  // namespace nutgraf::build
