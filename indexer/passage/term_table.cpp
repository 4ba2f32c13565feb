// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/term_table.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "indexer/passage/same_term.h"
#include "indexer/passage/term_head.h"

namespace nutgraf::passage {
namespace {

constexpr std::size_t kFirstSlots = 1024;

std::size_t first_byte(std::string_view term) {
  return term.empty() ? 0U : static_cast<unsigned char>(term.front());
}

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

void TermTable::add(std::string_view term, std::uint64_t hash, std::uint32_t position, std::uint32_t wdf) {
  Entry& entry = find_or_add(term, hash);
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

TermTable::Entry& TermTable::find_or_add(std::string_view term, std::uint64_t hash) {
  if (entries_.size() * 2 >= slots_.size()) {
    grow();
  }
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot] != 0) {
    Entry& entry = entries_[slots_[slot] - 1];
    if (entry.hash == hash && same_term(this->term(entry), term)) {
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
  // By first byte, then the few of each: half the comparisons of one large sort, and those it could least foresee.
  std::array<std::uint32_t, 257> begins{};
  for (const Entry& entry : entries_) {
    ++begins[first_byte(term(entry)) + 1];
  }
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  order_.resize(entries_.size());
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const std::string_view name = term(entries_[i]);
    order_[begins[first_byte(name)]++] = {term_head(name), static_cast<std::uint32_t>(i)};
  }
  const auto before = [this](const Place& a, const Place& b) {
    return a.head != b.head ? a.head < b.head : term(entries_[a.entry]) < term(entries_[b.entry]);
  };
  auto first = order_.begin();
  for (std::size_t byte = 0; byte < 256; ++byte) {  // each place has moved on to the end of its byte
    const auto last = order_.begin() + begins[byte];
    if (last - first > 1) {
      std::sort(first, last, before);
    }
    first = last;
  }
}

}  // namespace nutgraf::passage
