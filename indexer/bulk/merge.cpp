// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/merge.h"

#include <algorithm>
#include <utility>

namespace nutgraf::bulk {

void RunCursor::advance() {
  if (reader_.at_end()) {
    at_end_ = true;
    return;
  }
  term_.assign(reader_.counted_bytes());
  (void)reader_.number();  // documents; the body says it again
  body_ = reader_.counted_bytes();
}

struct TermMerge::Order {
  const std::vector<RunCursor>* runs;
  /// For a heap whose top is the smallest term of the lowest batch.
  bool operator()(std::uint32_t a, std::uint32_t b) const {
    const int order = (*runs)[a].term().compare((*runs)[b].term());
    return order != 0 ? order > 0 : a > b;
  }
};

TermMerge::TermMerge(std::vector<RunCursor> runs) : runs_(std::move(runs)) {
  for (std::uint32_t batch = 0; batch < runs_.size(); ++batch) {
    push(batch);
  }
}

void TermMerge::push(std::uint32_t batch) {
  if (!runs_[batch].at_end()) {
    heap_.push_back(batch);
    std::ranges::push_heap(heap_, Order{&runs_});
  }
}

bool TermMerge::next() {
  for (const std::uint32_t batch : batches_) {
    runs_[batch].advance();
    push(batch);
  }
  batches_.clear();
  if (heap_.empty()) {
    return false;
  }
  term_ = runs_[heap_.front()].term();
  while (!heap_.empty() && runs_[heap_.front()].term() == term_) {
    std::ranges::pop_heap(heap_, Order{&runs_});
    batches_.push_back(heap_.back());
    heap_.pop_back();
  }
  return true;
}

}  // namespace nutgraf::bulk
