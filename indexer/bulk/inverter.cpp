// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/inverter.h"

#include <xxhash.h>

#include <algorithm>
#include <numeric>
#include <span>

#include "indexer/bulk/encode.h"
#include "indexer/bulk/positions.h"

namespace nutgraf::bulk {

void Inverter::clear() {
  names_.clear();
  begins_.assign(1, 0);
  hashes_.clear();
  std::ranges::fill(slots_, 0U);
  postings_.clear();
  tags_.clear();
  documents_ = 0;
}

void Inverter::grow() {
  slots_.assign(std::max<std::size_t>(std::size_t{1} << 14, slots_.size() * 2), 0U);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t term = 0; term < hashes_.size(); ++term) {
    std::size_t slot = hashes_[term] & mask;
    while (slots_[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots_[slot] = term + 1;
  }
}

std::uint32_t Inverter::number_of(std::string_view term) {
  if ((hashes_.size() + 1) * 2 > slots_.size()) {
    grow();
  }
  const std::uint64_t hash = XXH3_64bits(term.data(), term.size());
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const std::uint32_t candidate = slots_[slot] - 1;
    if (hashes_[candidate] == hash && name(candidate) == term) {
      return candidate;
    }
  }
  const auto number = static_cast<std::uint32_t>(hashes_.size());
  slots_[slot] = number + 1;
  hashes_.push_back(hash);
  names_.append(term);
  begins_.push_back(static_cast<std::uint32_t>(names_.size()));
  return number;
}

void Inverter::add(const PassageDocument& passage) {
  for (const PassageDocument::Term& term : passage.terms()) {
    Posting posting{number_of(passage.name(term)), documents_, term.wdf, static_cast<std::uint32_t>(tags_.size()), 0};
    if (term.position_count > 0) {
      put_positions(tags_, passage.positions(term));
      posting.tag_size = static_cast<std::uint32_t>(tags_.size()) - posting.tag_begin;
    }
    postings_.push_back(posting);
  }
  ++documents_;
}

std::vector<std::uint32_t> Inverter::terms_in_order() const {
  std::vector<std::uint32_t> order(hashes_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) { return name(a) < name(b); });
  return order;
}

void Inverter::write(std::string& postings, std::string& positions) {
  std::vector<std::uint32_t> begins(hashes_.size() + 1, 0);
  for (const Posting& posting : postings_) {
    ++begins[posting.term + 1];
  }
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  std::vector<std::uint32_t> by_term(postings_.size());
  std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
  for (std::uint32_t i = 0; i < postings_.size(); ++i) {
    by_term[next[postings_[i].term]++] = i;
  }

  std::string counts;
  std::string tags;
  for (const std::uint32_t term : terms_in_order()) {
    counts.clear();
    tags.clear();
    std::uint32_t expected = 0;
    std::uint32_t expected_with_positions = 0;
    std::uint32_t with_positions = 0;
    const auto own = std::span(by_term).subspan(begins[term], begins[term + 1] - begins[term]);
    for (const std::uint32_t index : own) {
      const Posting& posting = postings_[index];
      put_vint(counts, posting.document - expected);
      put_vint(counts, posting.wdf);
      expected = posting.document + 1;
      if (posting.tag_size > 0) {
        put_vint(tags, posting.document - expected_with_positions);
        put_vstr(tags, std::string_view(tags_).substr(posting.tag_begin, posting.tag_size));
        expected_with_positions = posting.document + 1;
        ++with_positions;
      }
    }
    put_vstr(postings, name(term));
    put_vint(postings, own.size());
    put_vstr(postings, counts);
    if (with_positions > 0) {
      put_vstr(positions, name(term));
      put_vint(positions, with_positions);
      put_vstr(positions, tags);
    }
  }
}

}  // namespace nutgraf::bulk
