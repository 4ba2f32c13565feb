// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/passage/term_hash.h"

namespace nutgraf::passage {

/// The terms of one passage as they are seen, each once, then in byte order. Its memory is used again and again.
class TermTable {
 public:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t begin = 0;  // in the table's bytes
    std::uint32_t size = 0;
    std::uint32_t wdf = 0;
    std::uint32_t count = 0;  // positions
    std::uint32_t first = 0;  // in the list of positions
    std::uint32_t last = 0;
  };

  void clear();

  /// One occurrence; positions of a term must ascend. A second one at the same position changes nothing.
  void add(std::string_view term, std::uint32_t position, std::uint32_t wdf) {
    add(term, term_hash(term), position, wdf);
  }
  /// The same with the term's term_hash at hand.
  void add(std::string_view term, std::uint64_t hash, std::uint32_t position, std::uint32_t wdf);
  /// A term without position, wdf 0.
  void add(std::string_view term) { find_or_add(term, term_hash(term)); }

  /// Must be called before the entries are asked for.
  void sort();
  [[nodiscard]] std::size_t size() const { return order_.size(); }
  /// In byte order of their terms.
  [[nodiscard]] const Entry& operator[](std::size_t index) const { return entries_[order_[index].entry]; }
  /// Is the term at `index` before the one at `other_index` of another table?
  [[nodiscard]] bool is_before(std::size_t index, const TermTable& other, std::size_t other_index) const {
    const Place& mine = order_[index];
    const Place& its = other.order_[other_index];
    return mine.head != its.head ? mine.head < its.head : term((*this)[index]) < other.term(other[other_index]);
  }
  [[nodiscard]] std::string_view term(const Entry& entry) const {
    return std::string_view(bytes_).substr(entry.begin, entry.size);
  }
  /// Calls `visit` with each position of an entry, ascending.
  template <typename Visit>
  void each_position(const Entry& entry, Visit visit) const {
    std::uint32_t at = entry.first;
    for (std::uint32_t i = 0; i < entry.count; ++i) {
      visit(occurrences_[at].position);
      at = occurrences_[at].next;
    }
  }
  [[nodiscard]] std::size_t occurrence_count() const { return occurrences_.size(); }
  /// The terms one after the other, as they were seen.
  [[nodiscard]] std::string_view bytes() const { return bytes_; }

 private:
  struct Occurrence {
    std::uint32_t position = 0;
    std::uint32_t next = 0;
  };

  struct Place {
    std::uint64_t head = 0;  // term_head
    std::uint32_t entry = 0;
  };

  Entry& find_or_add(std::string_view term, std::uint64_t hash);
  void grow();

  std::string bytes_;
  std::vector<Entry> entries_;
  std::vector<Place> order_;
  std::vector<Occurrence> occurrences_;
  std::vector<std::uint32_t> slots_;  // open addressing: index of an entry + 1, 0 = free; a power of two
};

}  // namespace nutgraf::passage
