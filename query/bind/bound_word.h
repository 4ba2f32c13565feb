// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// Words and phrases of a query as the terms of one index.
namespace nutgraf::bind {

enum class FormKind : std::uint8_t {
  Typed,      // as in the query
  Relative,   // another member of its class
  Compound,   // its open form: cease fire
  Matched,    // a word of the index that a pattern matches
  Character,  // one character of a run, as the first of a bigram
};

/// One way in which a query word may occur in a passage.
struct Form {
  std::vector<std::string> terms;  // at consecutive positions; mostly one
  std::string language;            // counts only in passages of this language; empty = in all
  FormKind kind = FormKind::Typed;
  std::uint32_t characters = 0;  // of a run: each takes a position, whatever the number of terms; 0 = no run
  bool absent = false;           // the index lacks one of its terms: it occurs nowhere
  /// How many positions it takes.
  [[nodiscard]] std::uint32_t positions() const {
    return characters != 0 ? characters : static_cast<std::uint32_t>(terms.size());
  }
  friend bool operator==(const Form&, const Form&) = default;
};

enum class WordKind : std::uint8_t {
  Word,     // at least one form
  Pattern,  // the words of the index that match, perhaps none
  Any,      // a lone * in a phrase: any word; no forms
};

/// A word with all forms that count as it.
struct BoundWord {
  std::string text;  // as typed
  std::vector<Form> forms;
  std::string decision;  // of an all-caps word, for explain; else empty
  /// Of a run, whose bigrams only match: the dictionary words that give it weight where they occur.
  std::vector<BoundWord> ranked_by = {};
  WordKind kind = WordKind::Word;
  double share = 1;  // of the weight that its rarity gives it
  /// Of a dictionary word of a run: the terms of the pairs of characters that begin in it. They weigh articles, since
  /// a dictionary may cut the text elsewhere.
  std::vector<std::string> bigrams = {};
};

/// Its terms as a key: equal for words with the same forms, however they were typed.
[[nodiscard]] std::string forms_key(const BoundWord& word);

/// A word (one part) or a phrase (several at consecutive positions).
struct Clause {
  std::string text;
  std::vector<BoundWord> parts;
  [[nodiscard]] bool is_phrase() const { return parts.size() > 1; }
};

}  // namespace nutgraf::bind
