// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/survey/record_sorter.h"

#include <algorithm>
#include <utility>

namespace nutgraf::survey {
namespace {

constexpr std::size_t kLeastRecords = 1024;
constexpr std::size_t kBufferRecords = 4096;  // of a run that is read

}  // namespace

RecordSorter::RecordSorter(std::filesystem::path file, std::uint64_t memory)
    : file_(std::move(file)), most_(std::max<std::size_t>(kLeastRecords, memory / sizeof(Record))) {}

void RecordSorter::add(std::span<const Record> records) {
  const std::lock_guard lock(mutex_);
  if (records_.size() + records.size() > most_ && !records_.empty()) {
    spill();
  }
  records_.insert(records_.end(), records.begin(), records.end());
}

void RecordSorter::spill() {
  std::sort(records_.begin(), records_.end());
  if (!scratch_) {
    scratch_ = std::make_unique<bulk::ScratchFile>(file_);
  }
  const auto* const bytes = reinterpret_cast<const char*>(records_.data());
  runs_.push_back(scratch_->append({bytes, records_.size() * sizeof(Record)}));
  records_.clear();
}

void RecordSorter::sort() {
  std::sort(records_.begin(), records_.end());
}

RecordSorter::Merge::Merge(const RecordSorter& sorter) : sorter_(sorter) {
  for (const bulk::Section& section : sorter.runs_) {
    runs_.push_back({section, {}, {}});
  }
  runs_.push_back({{}, {}, sorter.records_});
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    refill(runs_[i]);
    if (!runs_[i].held.empty()) {
      heap_.push_back(i);
    }
  }
  std::ranges::make_heap(heap_, [this](std::size_t a, std::size_t b) { return runs_[b].held[0] < runs_[a].held[0]; });
}

void RecordSorter::Merge::refill(Run& run) const {
  if (!run.held.empty() || run.rest.size == 0) {
    return;
  }
  const std::size_t count = std::min<std::uint64_t>(kBufferRecords, run.rest.size / sizeof(Record));
  run.buffer.resize(count);
  sorter_.scratch_->read(run.rest.begin, reinterpret_cast<char*>(run.buffer.data()), count * sizeof(Record));
  run.rest.begin += count * sizeof(Record);
  run.rest.size -= count * sizeof(Record);
  run.held = run.buffer;
}

const Record* RecordSorter::Merge::next() {
  if (heap_.empty()) {
    return nullptr;
  }
  const auto later = [this](std::size_t a, std::size_t b) { return runs_[b].held[0] < runs_[a].held[0]; };
  if (heap_.size() > 1) {
    std::ranges::pop_heap(heap_, later);
  }
  Run& run = runs_[heap_.back()];
  record_ = run.held[0];
  run.held = run.held.subspan(1);
  refill(run);
  if (run.held.empty()) {
    heap_.pop_back();
  } else if (heap_.size() > 1) {
    std::ranges::push_heap(heap_, later);
  }
  return &record_;
}

}  // namespace nutgraf::survey
