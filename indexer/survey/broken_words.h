// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/survey/word_hashes.h"

/// Words that a line end broke, where only the corpus tells whether they have a hyphen.
namespace nutgraf::survey {

/// How often a corpus has a word in one, and how often with a hyphen inside a line.
struct WrittenCounts {
  std::uint64_t joined = 0;
  std::uint64_t hyphened = 0;
};

[[nodiscard]] inline bool is_one_word(const WrittenCounts& counts) {
  return counts.joined > counts.hyphened;
}

/// Counts how a corpus writes such words: (add)* close (count)* (is_one_word)*. What it finds does not depend on the
/// order of calls.
class BrokenWords {
 public:
  /// Bytes; beyond them some words are not counted and keep their hyphens.
  explicit BrokenWords(std::uint64_t memory);

  /// From any thread. "govern-ment", once for each break: count() will meet it with its hyphen as often.
  void add(std::span<const std::string> words);
  /// When all are added; whether there are any.
  [[nodiscard]] bool close();
  /// From any thread: all texts of the corpus.
  void count(std::string_view text);
  [[nodiscard]] bool is_one_word(std::string_view word) const;

 private:
  struct Broken {
    std::uint64_t joined = 0;  // hash of the whole word
    std::uint32_t breaks = 0;
    std::uint32_t hyphened = 0;
  };

  std::size_t most_;
  std::mutex mutex_;                                        // guards broken_ while words are added
  std::map<std::uint64_t, Broken> broken_;                  // by hash of both parts; those with the smallest
  std::unordered_map<std::uint64_t, std::uint32_t> whole_;  // times, by hash of the word
  std::vector<bool> seen_;  // by the last bits of hashes in whole_: few words need a look
};

}  // namespace nutgraf::survey
