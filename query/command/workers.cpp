// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/workers.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <utility>

#include "core/base/worker_pool.h"

namespace nutgraf::query {
namespace {

// Outcomes that wait for their turn; what lets memory stay small when one query is slow.
constexpr std::size_t kAheadPerThread = 16;

struct Slot {
  std::optional<Outcome> outcome;
  std::exception_ptr error;
};

/// Queries that threads claim in order, and their outcomes, taken in the same order.
class OrderedOutcomes {
 public:
  OrderedOutcomes(const std::vector<input::NamedQuery>& queries, const Ask& ask, std::size_t ahead)
      : queries_(queries), ask_(ask), ahead_(ahead), slots_(queries.size()) {}

  void work(search::Searcher& searcher) {
    while (const std::optional<std::size_t> number = claim()) {
      Slot slot;
      try {
        slot.outcome = ask_(searcher, queries_[*number]);
      } catch (...) {
        slot.error = std::current_exception();
      }
      const std::lock_guard lock(mutex_);
      slots_[*number] = std::move(slot);
      changed_.notify_all();
    }
  }

  Outcome take(std::size_t number) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return slots_[number].outcome || slots_[number].error; });
    taken_ = number + 1;
    changed_.notify_all();
    if (slots_[number].error) {
      std::rethrow_exception(slots_[number].error);
    }
    Outcome outcome = std::move(*slots_[number].outcome);
    slots_[number].outcome->output.clear();
    return outcome;
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

 private:
  std::optional<std::size_t> claim() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || next_ == queries_.size() || next_ < taken_ + ahead_; });
    if (stopped_ || next_ == queries_.size()) {
      return std::nullopt;
    }
    return next_++;
  }

  const std::vector<input::NamedQuery>& queries_;
  const Ask& ask_;
  std::size_t ahead_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Slot> slots_;
  std::size_t next_ = 0;
  std::size_t taken_ = 0;
  bool stopped_ = false;
};

}  // namespace

std::vector<search::Searcher> open_searchers(const std::string& index, std::size_t threads) {
  constexpr int kTries = 5;  // a swap may come between two openings
  for (int attempt = 1;; ++attempt) {
    std::vector<search::Searcher> searchers;
    bool same = true;
    while (searchers.size() < threads && same) {
      searchers.emplace_back(open_index(index));
      same = searchers.back().index().generation == searchers.front().index().generation;
    }
    if (!same && attempt == kTries) {
      searchers.pop_back();
    }
    if (same || attempt == kTries) {
      return searchers;
    }
  }
}

void ask_all(std::vector<search::Searcher>& searchers, const std::vector<input::NamedQuery>& queries, const Ask& ask,
             const Take& take) {
  if (searchers.size() == 1) {
    for (const input::NamedQuery& query : queries) {
      take(query, ask(searchers.front(), query));
    }
    return;
  }
  OrderedOutcomes outcomes(queries, ask, searchers.size() * kAheadPerThread);
  const WorkerPool pool(
      searchers.size(), [&](std::size_t worker) { outcomes.work(searchers[worker]); }, [&] { outcomes.stop(); });
  for (std::size_t number = 0; number < queries.size(); ++number) {
    take(queries[number], outcomes.take(number));
  }
}

}  // namespace nutgraf::query
