// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace nutgraf {

/// Stem classes of surface words: which words of a language count as forms of one another. Accents are another matter:
/// core/text/accents.h. Stemmers are not shared by threads: one per thread.
class ClassKeys {
 public:
  ClassKeys();
  ~ClassKeys();
  ClassKeys(ClassKeys&&) noexcept;
  ClassKeys& operator=(ClassKeys&&) noexcept;
  ClassKeys(const ClassKeys&) = delete;
  ClassKeys& operator=(const ClassKeys&) = delete;

  /// The key of the class that `word` (a folded term) belongs to in `language` (its ISO code, "und" = unknown); the
  /// word itself where the language has no rules. Numbers and words with digits are their own class.
  [[nodiscard]] std::string key(std::string_view language, std::string_view word);

  /// What stored keys depend on: stored in the contract.
  [[nodiscard]] static std::string stemmer_version();
  [[nodiscard]] static bool has_rules(std::string_view language);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nutgraf
