// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/word_counts.h"

#include <algorithm>
#include <utility>

#include "indexer/passage/same_term.h"

namespace nutgraf::passage {
namespace {

constexpr std::size_t kFirstWordSlots = 1024;

/// The half of a hash that does not choose the slot.
std::uint32_t mark_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32U);
}

}  // namespace

bool WordCounts::is_word(std::size_t index, std::string_view word) const {
  const Word& known = words_[index];
  if (known.size != word.size()) {
    return false;
  }
  return word.size() <= known.head.size() ? same_term({known.head.data(), word.size()}, word)
                                          : this->word(index) == word;
}

std::size_t WordCounts::slot_of(std::string_view word, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].index != 0 && (slots_[at].hash != mark_of(hash) || !is_word(slots_[at].index - 1, word))) {
    at = (at + 1) & mask;
  }
  return at;
}

void WordCounts::expect(std::uint64_t hash) const {
  if (!slots_.empty()) {
    __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }
}

void WordCounts::expect_soon(std::uint64_t hash) const {
  if (!slots_.empty()) {
    if (const std::uint32_t index = slots_[hash & (slots_.size() - 1)].index; index != 0) {
      __builtin_prefetch(&words_[index - 1], 1);
    }
  }
}

CaseCounts& WordCounts::at(std::string_view word, std::uint64_t hash) {
  if (words_.size() * 2 >= slots_.size()) {
    grow();
  }
  Slot& slot = slots_[slot_of(word, hash)];
  if (slot.index == 0) {
    Word& added = words_.emplace_back();
    added.begin = bytes_.size();
    added.size = static_cast<std::uint32_t>(word.size());
    std::copy_n(word.data(), std::min(word.size(), added.head.size()), added.head.data());
    bytes_.append(word);
    slot = {mark_of(hash), static_cast<std::uint32_t>(words_.size())};
  }
  return words_[slot.index - 1].counts;
}

const CaseCounts* WordCounts::find(std::string_view word) const {
  if (slots_.empty()) {
    return nullptr;
  }
  const Slot& slot = slots_[slot_of(word, term_hash(word))];
  return slot.index == 0 ? nullptr : &words_[slot.index - 1].counts;
}

void WordCounts::grow() {
  std::vector<Slot> slots(std::max(kFirstWordSlots, slots_.size() * 2));
  const std::size_t mask = slots.size() - 1;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const std::uint64_t hash = term_hash(word(i));
    std::size_t at = hash & mask;
    while (slots[at].index != 0) {
      at = (at + 1) & mask;
    }
    slots[at] = {mark_of(hash), static_cast<std::uint32_t>(i + 1)};
  }
  slots_ = std::move(slots);
}

WordCounts& WordCounts::operator+=(const WordCounts& other) {
  for (const auto& [word, counts] : other) {
    (*this)[word] += counts;
  }
  return *this;
}

}  // namespace nutgraf::passage
