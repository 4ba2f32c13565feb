// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/text/token.h"

namespace nutgraf {

/// The only door from text to terms, for the index and for queries alike. Immutable and shared by threads; what is
/// mutable (ICU break iterators, buffers) lives in a Scratch, one per thread.
///
/// Text is UTF-8; invalid bytes are read as U+FFFD, which belongs to no word. Paragraphs are separated by blank lines;
/// a single line feed is white space. What comes out depends on the text alone, never on its language: languages choose
/// classes (core/text/stem_classes.h), so index terms and query terms are equal by construction.
class Analyzer {
 public:
  class Scratch {
   public:
    Scratch();
    ~Scratch();
    Scratch(Scratch&&) noexcept;
    Scratch& operator=(Scratch&&) noexcept;
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

   private:
    friend class Analyzer;
    struct State;
    std::unique_ptr<State> state_;
  };

  /// Replaces `out` by the analysis of `text`; positions start at 1.
  void analyze(std::string_view text, Scratch& scratch, Analysis& out) const;

  /// NFKC case fold of one word with the apostrophe family unified and invisible characters removed: the surface term.
  [[nodiscard]] std::string fold(std::string_view word) const;

  /// Names the rules that make terms, e.g. "nutgraf-3"; stored in the contract, compared when an index is updated.
  [[nodiscard]] static std::string description();
  /// "72.1" and "15.0" of the ICU at run time.
  [[nodiscard]] static std::string icu_version();
  [[nodiscard]] static std::string unicode_version();
};

}  // namespace nutgraf
