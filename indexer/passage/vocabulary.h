// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/index/class_table.h"
#include "core/text/stem_classes.h"
#include "core/text/token.h"
#include "indexer/passage/term_hash.h"
#include "indexer/passage/word_counts.h"

namespace nutgraf::passage {

/// The words of some articles by language, how each is written, and their compounds: the source of an index's classes.
class Vocabulary {
 public:
  Vocabulary() = default;
  Vocabulary(Vocabulary&&) = default;
  Vocabulary& operator=(Vocabulary&&) = default;
  Vocabulary(const Vocabulary&) = delete;  // points into itself
  Vocabulary& operator=(const Vocabulary&) = delete;
  ~Vocabulary() = default;

  /// `hashes`: the term_hash of each token.
  void add(std::string_view language, const Analysis& analysis, std::span<const std::uint64_t> hashes);
  void merge(Vocabulary&& other);

  /// Appends all of it in a form that only get() reads, in this program.
  void put(std::string& out) const;
  /// The vocabulary that put() left at `at`, which moves on after it. Damage is not noticed.
  [[nodiscard]] static Vocabulary get(const char*& at);

  /// Words and variants of a language, also those that are only ever lower case or have no case.
  [[nodiscard]] const std::map<std::string, WordCounts, std::less<>>& languages() const { return languages_; }
  /// joined form -> its open forms, each once, in no order
  [[nodiscard]] const std::map<std::string, std::vector<std::string>, std::less<>>& compounds() const {
    return compounds_;
  }

 private:
  void add_compounds(const Analysis& analysis);
  [[nodiscard]] WordCounts& words_of(std::string_view language);

  std::map<std::string, WordCounts, std::less<>> languages_;
  std::map<std::string, std::vector<std::string>, std::less<>> compounds_;

  // Of the last call's language.
  WordCounts* words_ = nullptr;
  std::string language_;
  struct Sighting {
    std::string_view word;
    std::uint64_t hash = 0;
    WrittenAs written = WrittenAs::Uncased;
  };
  std::vector<Sighting> sightings_;  // scratch
  std::string open_form_;            // scratch
};

/// Metadata entries (key -> value): classes with two members or more, compounds, and counts of words that are not
/// always lower case. A class contains no two terms that one token emits.
[[nodiscard]] std::map<std::string, std::string> class_metadata(const Vocabulary& vocabulary, ClassKeys& keys);

}  // namespace nutgraf::passage
