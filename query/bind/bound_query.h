// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "query/match/article_set.h"
#include "query/match/proximity.h"
#include "query/parse/ast.h"

/// A query bound to an index: every word is a list of index terms. Knows nothing of Xapian: see query/search.
namespace nutgraf::bind {

enum class FormKind : std::uint8_t {
  Typed,      // as in the query
  Relative,   // another member of its class
  Compound,   // its open form: cease fire
  Matched,    // a word of the index that a pattern matches
  Character,  // one character of a run, as the first of a bigram
};

/// One way in which a query word may stand in a passage.
struct Form {
  std::vector<std::string> terms;  // at consecutive positions; mostly one
  std::string language;            // counts only in passages of this language; empty = in all
  FormKind kind = FormKind::Typed;
  std::uint32_t characters = 0;  // of a run: each takes a position, whatever the number of terms; 0 = no run
  bool absent = false;           // the index lacks one of its terms: it stands nowhere
  /// How many positions it takes.
  [[nodiscard]] std::uint32_t positions() const {
    return characters != 0 ? characters : static_cast<std::uint32_t>(terms.size());
  }
  friend bool operator==(const Form&, const Form&) = default;
};

enum class WordKind : std::uint8_t {
  Word,     // at least one form
  Pattern,  // the words of the index that match, perhaps none
  Any,      // a lone * in a phrase: whatever word stands there; no forms
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
  Near,    // NEAR, ADJ, NOTNEAR: two children, Units, Ors of operands or Nears
  Within,  // one child; holds inside one sentence, paragraph or article
};

/// A passage by its article's id and its ordinal; without one, all of the article.
struct NamedPassage {
  std::string id;
  std::optional<std::uint32_t> ordinal;
};
using PassageNames = std::vector<NamedPassage>;

enum class Role : std::uint8_t { Optional, Required, Excluded, Filter };  // of a child of Best

/// What positions decide: operators over these units, by their index.
struct PositionCondition {
  std::vector<BoundUnit> units;
  match::Proximity tree;
};

struct BoundNode {
  BoundKind kind = BoundKind::Nothing;
  Role role = Role::Optional;
  bool is_date = false;  // Terms, Range, ...: made from date:, after:, before:
  BoundUnit unit;
  std::vector<std::string> terms;
  std::string low;
  std::string high;
  parse::Closeness closeness = parse::Closeness::Near;
  std::uint32_t distance = 0;  // of a Near, in positions
  parse::TextUnit text_unit = parse::TextUnit::Sentence;
  std::string text;  // of a Near or Within, as typed
  std::vector<BoundNode> children;
  std::shared_ptr<const PositionCondition> proximity;  // where positions decide; else none
  std::shared_ptr<const match::ArticleSet> articles;   // of a Within article, once it is known which hold it
  std::shared_ptr<const PassageNames> named;  // what proximity or articles let through, where a shard is remote
};

enum class RankedKind : std::uint8_t {
  Content,
  Function,      // only makes the sentence
  CompoundPart,  // ranks beside the hyphenated word that it is part of
};

/// A word that ranks, once however often it was typed.
struct RankedWord {
  BoundWord word;
  std::uint32_t times = 1;
  RankedKind kind = RankedKind::Content;
};

/// Indexes into BoundQuery::ranked of words typed one after the other.
using WordSequence = std::vector<std::size_t>;

/// Indexes into BoundQuery::ranked of two words typed one after the other.
struct Neighbours {
  std::size_t left = 0;
  std::size_t right = 0;
  friend bool operator==(const Neighbours&, const Neighbours&) = default;
};

struct BoundQuery {
  BoundNode root;
  std::vector<RankedWord> ranked;       // outside of NOT, in reading order
  std::vector<Neighbours> neighbours;   // each once
  std::vector<WordSequence> sequences;  // those that are no phrase, which all stand together
  std::vector<BoundUnit> units;         // outside of NOT: what is marked and counted
  std::vector<std::shared_ptr<const PositionCondition>> proximities;  // and of these the places that take part
  BoundUnit whole;             // the whole query as one phrase of the forms typed; no parts where it is none
  std::size_t bare_words = 0;  // words side by side at the top level that are not required
  bool has_date_filter = false;
};

/// One line a unit: its forms, and the decisions about acronyms.
[[nodiscard]] std::string describe(const BoundQuery& query);

}  // namespace nutgraf::bind
