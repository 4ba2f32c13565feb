// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/index/class_table.h"
#include "query/bind/lexicon.h"
#include "query/bind/query_token.h"

namespace nutgraf::bind {

/// What a word typed in capitals means, by how the index writes it: an acronym that must not be read as a word (US,
/// WHO), or the word in any case (NATO, PERU).
class Acronyms {
 public:
  explicit Acronyms(const Lexicon& lexicon) : lexicon_(lexicon) {}

  struct Reading {
    bool capitals_only = false;  // its XC: term alone tells it from a word
    std::string decision;        // for explain
  };
  /// `head` is the folded word, `exact_case` the value of its XC: term; empty = it has none.
  [[nodiscard]] Reading read(const std::string& head, const std::string& exact_case) const;

  /// Do capitals say nothing here? So they do where two words or more are all in capitals and one of them is no
  /// acronym: somebody typed a query so. A word by itself is taken at its word.
  [[nodiscard]] bool is_capital_text(const std::vector<QueryToken>& tokens) const;

 private:
  [[nodiscard]] bool is_word_too(const CaseCounts& counts, const std::string& head, const std::string& exact) const;
  [[nodiscard]] bool is_acronym(const QueryToken& token) const;

  const Lexicon& lexicon_;
};

}  // namespace nutgraf::bind
