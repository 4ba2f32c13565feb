// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/merge.h"

#include <algorithm>
#include <utility>

#include "indexer/passage/term_head.h"

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
  bool operator()(const Place& a, const Place& b) const {
    if (a.head != b.head) {
      return a.head > b.head;
    }
    const int order = (*runs)[a.batch].term().compare((*runs)[b.batch].term());
    return order != 0 ? order > 0 : a.batch > b.batch;
  }
};

TermMerge::TermMerge(std::vector<RunCursor> runs) : runs_(std::move(runs)) {
  for (std::uint32_t batch = 0; batch < runs_.size(); ++batch) {
    push(batch);
  }
}

void TermMerge::push(std::uint32_t batch) {
  if (!runs_[batch].at_end()) {
    heap_.push_back({passage::term_head(runs_[batch].term()), batch});
    std::ranges::push_heap(heap_, Order{&runs_});
  }
}

bool TermMerge::stands_on_term(const Place& place) const {
  return place.head == head_ && runs_[place.batch].term() == term_;
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
  head_ = heap_.front().head;
  term_ = runs_[heap_.front().batch].term();
  while (!heap_.empty() && stands_on_term(heap_.front())) {
    std::ranges::pop_heap(heap_, Order{&runs_});
    batches_.push_back(heap_.back().batch);
    heap_.pop_back();
  }
  return true;
}

}  // namespace nutgraf::bulk
