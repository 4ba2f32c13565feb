// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/text/suffix_tables.h"

namespace nutgraf {

/// Takes the endings off a word by the table of its language: no dictionary, so a form that no text has yet finds its
/// relatives too.
class SuffixStemmer {
 public:
  /// `table` must outlive the stemmer, as those of suffix_tables() do.
  explicit SuffixStemmer(const SuffixTable& table);

  /// The stem of `word`, a folded term. Never empty for a word that is not.
  [[nodiscard]] std::string stem(std::string_view word) const;

 private:
  struct Rule {
    std::size_t letters = 0;  // that must be before the ending
    std::string_view put;     // in its place
  };
  struct Step {
    std::unordered_map<std::string_view, Rule> rules;  // by ending
    std::size_t longest = 0;                           // ending, in bytes
  };

  [[nodiscard]] static Step parse(std::string_view text);
  static void apply(const Step& step, std::string& word);

  std::unordered_map<std::string_view, std::string_view> letters_;
  std::array<Step, kSuffixSteps> steps_;
};

}  // namespace nutgraf
