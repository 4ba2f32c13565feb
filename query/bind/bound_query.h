// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// A query bound to an index: every word is a list of index terms. Knows nothing of Xapian: see query/search.
namespace nutgraf {

enum class FormKind : std::uint8_t {
  Typed,      // as in the query
  Relative,   // another member of its class
  Compound,   // its open form: cease fire
  Character,  // one character of a run, as the first of a bigram
};

/// One way in which a query word may stand in a passage.
struct Form {
  std::vector<std::string> terms;  // at consecutive positions; mostly one
  std::string language;            // counts only in passages of this language; empty = in all
  FormKind kind = FormKind::Typed;
  std::uint32_t characters = 0;  // of a run: each takes a position, whatever the number of terms; 0 = no run
  /// How many positions it takes.
  [[nodiscard]] std::uint32_t positions() const {
    return characters != 0 ? characters : static_cast<std::uint32_t>(terms.size());
  }
  friend bool operator==(const Form&, const Form&) = default;
};

/// A word with all forms that count as it; at least one.
struct BoundWord {
  std::string text;  // as typed
  std::vector<Form> forms;
  std::string decision;  // of an all-caps word, for explain; else empty
  /// Of a run, whose bigrams only match: the dictionary words that give it weight where they occur.
  std::vector<BoundWord> ranked_by;
};

/// A word (one part) or a phrase (several at consecutive positions).
struct BoundUnit {
  std::string text;
  std::vector<BoundWord> parts;
  [[nodiscard]] bool is_phrase() const { return parts.size() > 1; }
};

enum class BoundKind : std::uint8_t {
  Everything,
  Nothing,
  Unit,   // ranks
  Title,  // a Unit of title terms; only filters
  Terms,  // any of `terms`; only filters
  Range,  // low <= value of slot Date <= high; only filters
  And,
  Or,
  Not,
  Best,
};

enum class Role : std::uint8_t { Optional, Required, Excluded, Filter };  // of a child of Best

struct BoundNode {
  BoundKind kind = BoundKind::Nothing;
  Role role = Role::Optional;
  bool is_date = false;  // Terms, Range, ...: made from date:, after:, before:
  BoundUnit unit;
  std::vector<std::string> terms;
  std::string low;
  std::string high;
  std::vector<BoundNode> children;
};

/// A word that ranks, once however often it was typed.
struct RankedWord {
  BoundWord word;
  std::uint32_t times = 1;
};

/// Indexes into BoundQuery::ranked of two words typed one after the other.
struct Neighbours {
  std::size_t left = 0;
  std::size_t right = 0;
  friend bool operator==(const Neighbours&, const Neighbours&) = default;
};

struct BoundQuery {
  BoundNode root;
  std::vector<RankedWord> ranked;      // outside of NOT, in reading order
  std::vector<Neighbours> neighbours;  // each once
  std::vector<BoundUnit> units;        // outside of NOT: what is marked and counted
  BoundUnit whole;                     // the whole query as one phrase of the forms typed; no parts where it is none
  std::size_t bare_words = 0;          // words side by side at the top level that are not required
  bool has_date_filter = false;
};

/// One line a unit: its forms, and the decisions about acronyms.
[[nodiscard]] std::string describe(const BoundQuery& query);

}  // namespace nutgraf
