// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/inverter.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

#include "core/base/varint.h"
#include "core/glass/position_list.h"
#include "core/glass/scalars.h"
#include "indexer/passage/same_term.h"
#include "indexer/passage/term_head.h"

namespace nutgraf::bulk {
namespace {

constexpr std::size_t kFirstTermSlots = std::size_t{1} << 14;
constexpr std::ptrdiff_t kAhead = 16;  // postings that are fetched from memory before their turn

}  // namespace

void Inverter::clear() {
  names_.clear();
  begins_.assign(1, 0);
  std::ranges::fill(slots_, Slot{});
  postings_.clear();
  tags_.clear();
  documents_ = 0;
}

void Inverter::grow() {
  std::vector<Slot> slots(std::max(kFirstTermSlots, slots_.size() * 2));
  const std::size_t mask = slots.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.index != 0) {
      std::size_t at = slot.hash & mask;
      while (slots[at].index != 0) {
        at = (at + 1) & mask;
      }
      slots[at] = slot;
    }
  }
  slots_ = std::move(slots);
}

std::uint32_t Inverter::number_of(std::string_view term, std::uint32_t hash) {
  if ((term_count() + 1) * 2 > slots_.size()) {
    grow();
  }
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].index != 0; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && passage::same_term(name(slots_[at].index - 1), term)) {
      return slots_[at].index - 1;
    }
  }
  names_.append(term);
  begins_.push_back(static_cast<std::uint32_t>(names_.size()));
  const auto count = static_cast<std::uint32_t>(term_count());
  slots_[at] = {hash, count};
  return count - 1;
}

void Inverter::add(const passage::PassageDocument& passage) {
  // The table is larger than the caches: all slots are on their way before the first is looked at.
  for (const passage::PassageDocument::Term& term : passage.terms()) {
    __builtin_prefetch(slots_.data() + (slots_.empty() ? 0 : term.hash & (slots_.size() - 1)));
  }
  for (const passage::PassageDocument::Term& term : passage.terms()) {
    Posting posting{number_of(passage.name(term), term.hash), documents_, term.wdf,
                    static_cast<std::uint32_t>(tags_.size()), 0};
    if (term.position_count > 0) {
      tags_.fill_to(
          glass::put_positions(tags_.room(glass::positions_room(term.position_count)), passage.positions(term)));
      posting.tag_size = static_cast<std::uint32_t>(tags_.size()) - posting.tag_begin;
    }
    postings_.push_back(posting);
  }
  ++documents_;
}

std::vector<std::uint32_t> Inverter::terms_in_order() const {
  struct Place {
    std::uint64_t head = 0;
    std::uint32_t term = 0;
  };
  std::vector<Place> places;
  places.reserve(term_count());
  for (std::uint32_t term = 0; term < term_count(); ++term) {
    places.push_back({passage::term_head(name(term)), term});
  }
  std::ranges::sort(places, [&](const Place& a, const Place& b) {
    return a.head != b.head ? a.head < b.head : name(a.term) < name(b.term);
  });
  std::vector<std::uint32_t> order(places.size());
  std::ranges::transform(places, order.begin(), &Place::term);
  return order;
}

void Inverter::write(std::string& postings, std::string& positions) {
  std::vector<std::uint32_t> begins(term_count() + 1, 0);
  for (const Posting& posting : postings_) {
    ++begins[posting.term + 1];
  }
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  std::vector<std::uint32_t> by_term(postings_.size());
  std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
  for (std::uint32_t i = 0; i < postings_.size(); ++i) {
    by_term[next[postings_[i].term]++] = i;
  }

  GrowingBytes counts;
  GrowingBytes tags;
  for (const std::uint32_t term : terms_in_order()) {
    counts.clear();
    tags.clear();
    std::uint32_t expected = 0;
    std::uint32_t expected_with_positions = 0;
    std::uint32_t with_positions = 0;
    const auto own = std::span(by_term).subspan(begins[term], begins[term + 1] - begins[term]);
    for (const std::uint32_t& index : own) {
      if (&index + kAhead < by_term.data() + by_term.size()) {
        __builtin_prefetch(&postings_[(&index)[kAhead]]);
      }
      const Posting& posting = postings_[index];
      char* at = counts.room(2 * kLongestVarint);
      at = put_varint(at, posting.document - expected);
      counts.fill_to(put_varint(at, posting.wdf));
      expected = posting.document + 1;
      if (posting.tag_size > 0) {
        at = tags.room(2 * kLongestVarint + posting.tag_size);
        at = put_varint(at, posting.document - expected_with_positions);
        at = put_varint(at, posting.tag_size);
        tags.fill_to(glass::put_bytes(at, {tags_.data() + posting.tag_begin, posting.tag_size}));
        expected_with_positions = posting.document + 1;
        ++with_positions;
      }
    }
    put_length_prefixed(postings, name(term));
    put_varint(postings, own.size());
    put_length_prefixed(postings, counts.view());
    if (with_positions > 0) {
      put_length_prefixed(positions, name(term));
      put_varint(positions, with_positions);
      put_length_prefixed(positions, tags.view());
    }
  }
}

}  // namespace nutgraf::bulk
