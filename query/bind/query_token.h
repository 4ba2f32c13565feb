// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/analyzer.h"

namespace nutgraf::bind {

/// A run of a script without spaces, as a query asks for it.
struct QueryRun {
  struct Word {
    std::string term;
    std::size_t first = 0;  // in characters of the run
    std::size_t count = 0;
  };
  std::vector<std::string> bigrams;  // one per character, values of XB: terms; the last is that character alone
  std::vector<Word> words;           // ICU's
  [[nodiscard]] bool empty() const { return bigrams.empty(); }
};

/// How a word was typed. A capital alone (A, I) is neither small nor an acronym.
enum class TokenCase : unsigned char { None, Small, Capitals };

/// One word of a query text with its other terms, or one run.
struct QueryToken {
  static constexpr std::size_t kNoCompound = std::numeric_limits<std::size_t>::max();
  std::string written;
  std::string word;        // empty = a run
  std::string variant;     // without possessive, separators, stops or the ending of an acronym; empty = none
  std::string exact_case;  // value of the XC: term; empty = none
  std::string amount;      // value of the XN: term of a number with its sign; empty = none
  std::string spelling;    // without the sign in it (oahu of Oʻahu); empty = none
  TokenCase letter_case = TokenCase::None;
  bool after_blank = false;            // white space alone is between it and the token before
  bool elided = false;                 // l of l'acqua
  std::size_t compound = kNoCompound;  // number of the compound that it is part of
  std::string joined;                  // of that compound
  QueryRun run;
};

/// Cuts query texts into tokens, by the same analyzer as the index.
class QueryTokenizer {
 public:
  [[nodiscard]] std::vector<QueryToken> read(std::string_view text);

 private:
  void find_exact_case(QueryToken& query_token);

  Analyzer analyzer_;
  Analyzer::Scratch scratch_;
  Analysis analysis_;
};

/// Do these contain a run, and in all more than 8 characters of runs and more than 2 words? Such a text is no phrase
/// but its words.
[[nodiscard]] bool is_long_run(const std::vector<QueryToken>& tokens);

}  // namespace nutgraf::bind
