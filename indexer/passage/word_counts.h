// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/index/class_table.h"
#include "indexer/passage/term_hash.h"

namespace nutgraf::passage {

/// Counts by word, in flat arrays: asked once for every word of every text.
class WordCounts {
 public:
  struct Entry {
    std::string_view word;  // valid until the next word is added
    const CaseCounts& counts;
  };
  class Iterator {
   public:
    Iterator(const WordCounts& all, std::size_t index) : all_(&all), index_(index) {}
    Entry operator*() const { return {all_->word(index_), all_->words_[index_].counts}; }
    Iterator& operator++() {
      ++index_;
      return *this;
    }
    bool operator==(const Iterator& other) const { return index_ == other.index_; }

   private:
    const WordCounts* all_;
    std::size_t index_;
  };

  /// Those of a word, zeros if it is new; valid until the next word is added.
  [[nodiscard]] CaseCounts& operator[](std::string_view word) { return at(word, term_hash(word)); }
  /// The same with the word's term_hash at hand. Who asks for many words calls first `expect`, then `expect_soon` for
  /// all of them: the tables are larger than the caches.
  [[nodiscard]] CaseCounts& at(std::string_view word, std::uint64_t hash);
  void expect(std::uint64_t hash) const;
  void expect_soon(std::uint64_t hash) const;
  /// Null if the word is not known.
  [[nodiscard]] const CaseCounts* find(std::string_view word) const;
  [[nodiscard]] bool contains(std::string_view word) const { return find(word) != nullptr; }
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  /// In the order in which the words came.
  [[nodiscard]] Iterator begin() const { return {*this, 0}; }
  [[nodiscard]] Iterator end() const { return {*this, words_.size()}; }

  WordCounts& operator+=(const WordCounts& other);

 private:
  /// A cache line, with all of a word that most words have.
  struct alignas(64) Word {
    CaseCounts counts;
    std::uint64_t begin = 0;  // in bytes_
    std::uint32_t size = 0;
    std::array<char, 20> head{};  // its first bytes, then zeros
  };
  /// A free slot has index 0; the hash beside it spares a look at most words that are not meant.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t index = 0;  // of the word, + 1
  };

  [[nodiscard]] std::string_view word(std::size_t index) const {
    return std::string_view(bytes_).substr(words_[index].begin, words_[index].size);
  }
  [[nodiscard]] bool is_word(std::size_t index, std::string_view word) const;
  [[nodiscard]] std::size_t slot_of(std::string_view word, std::uint64_t hash) const;
  void grow();

  std::string bytes_;
  std::vector<Word> words_;
  std::vector<Slot> slots_;  // open addressing; a power of two
};

}  // namespace nutgraf::passage
