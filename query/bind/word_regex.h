// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace nutgraf::bind {

/// A regular expression for whole words, in RE2's syntax, without regard to case. Takes time linear in the word,
/// whatever the expression; has no back-references.
class WordRegex {
 public:
  explicit WordRegex(std::string_view expression);
  ~WordRegex();
  WordRegex(const WordRegex&) = delete;
  WordRegex& operator=(const WordRegex&) = delete;
  WordRegex(WordRegex&&) = delete;
  WordRegex& operator=(WordRegex&&) = delete;

  /// What is wrong with the expression; empty = nothing.
  [[nodiscard]] const std::string& error() const { return error_; }
  /// Where in the expression, in bytes.
  [[nodiscard]] std::size_t error_byte() const { return error_byte_; }

  /// Does the whole word match? The expression must have no error.
  [[nodiscard]] bool matches(std::string_view word) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
  std::string error_;
  std::size_t error_byte_ = 0;
};

/// The expression with its letters beyond ASCII folded as words are: /straße/ is /strasse/. Case needs no folding.
[[nodiscard]] std::string folded_expression(std::string_view expression);

/// Plain letters and digits that every match begins with, as typed; may be empty.
[[nodiscard]] std::string_view regex_beginning(std::string_view expression);

}  // namespace nutgraf::bind
