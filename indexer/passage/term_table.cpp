// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/term_table.h"

#include <algorithm>

#include "indexer/passage/term_hash.h"
#include "indexer/passage/term_head.h"

namespace nutgraf {
namespace {

constexpr std::size_t kFirstSlots = 1024;

}  // namespace

void TermTable::clear() {
  bytes_.clear();
  occurrences_.clear();
  if (entries_.size() * 8 < slots_.size()) {
    // A large table after a large passage: free only what is taken.
    for (const Entry& entry : entries_) {
      std::size_t slot = entry.hash & (slots_.size() - 1);
      while (slots_[slot] != 0) {
        slots_[slot] = 0;
        slot = (slot + 1) & (slots_.size() - 1);
      }
    }
  } else {
    std::fill(slots_.begin(), slots_.end(), 0);
  }
  entries_.clear();
  order_.clear();
}

void TermTable::add(std::string_view term, std::uint32_t position, std::uint32_t wdf) {
  Entry& entry = find_or_add(term);
  const auto index = static_cast<std::uint32_t>(occurrences_.size());
  if (entry.count == 0) {
    entry.first = index;
  } else if (occurrences_[entry.last].position == position) {
    entry.wdf = std::max(entry.wdf, wdf);
    return;
  } else {
    occurrences_[entry.last].next = index;
  }
  occurrences_.push_back({position, 0});
  entry.last = index;
  entry.wdf += wdf;
  ++entry.count;
}

TermTable::Entry& TermTable::find_or_add(std::string_view term) {
  if (entries_.size() * 2 >= slots_.size()) {
    grow();
  }
  const std::uint64_t hash = term_hash(term);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot] != 0) {
    Entry& entry = entries_[slots_[slot] - 1];
    if (entry.hash == hash && this->term(entry) == term) {
      return entry;
    }
    slot = (slot + 1) & mask;
  }
  slots_[slot] = static_cast<std::uint32_t>(entries_.size() + 1);
  Entry& entry = entries_.emplace_back();
  entry.hash = hash;
  entry.begin = static_cast<std::uint32_t>(bytes_.size());
  entry.size = static_cast<std::uint32_t>(term.size());
  bytes_.append(term);
  return entry;
}

void TermTable::grow() {
  slots_.assign(std::max(kFirstSlots, slots_.size() * 2), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t slot = entries_[i].hash & mask;
    while (slots_[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

void TermTable::sort() {
  order_.clear();
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    order_.push_back({term_head(term(entries_[i])), static_cast<std::uint32_t>(i)});
  }
  std::sort(order_.begin(), order_.end(), [this](const Place& a, const Place& b) {
    return a.head != b.head ? a.head < b.head : term(entries_[a.entry]) < term(entries_[b.entry]);
  });
}

}  // namespace nutgraf
