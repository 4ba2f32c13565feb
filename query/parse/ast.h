// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/text/token.h"

/// A query as typed. Knows no schema and no vocabulary: see query/bind.
namespace nutgraf::parse {

struct Ast;
using AstPtr = std::unique_ptr<Ast>;

enum class AstKind : std::uint8_t {
  Word,       // text; AsWritten: =word
  Pattern,    // princip*, /colou?r/, taiwn~1: text without its marks
  Phrase,     // text between quotes; Classes: ~"..."
  Field,      // name:value, value a word or the text between quotes
  And,        // two children or more
  Or,         // two children or more
  Not,        // one child
  BestMatch,  // side by side: ranked, not required; children may be Required, Excluded, Not, fields
  Required,   // +x, only in a BestMatch
  Excluded,   // -x, only in a BestMatch
  Near,       // two children, closeness, distance
  Within,     // WITHIN unit x: one child
};

/// Surface, of phrases only: accents and compounds too are as written.
enum class Exactness : std::uint8_t { Classes, AsWritten, Surface };
enum class PatternKind : std::uint8_t { Wildcard, Regex, Fuzzy };
enum class Closeness : std::uint8_t { Near, Adjacent, NotNear };
enum class TextUnit : std::uint8_t { Sentence, Paragraph, Article };

inline constexpr std::uint32_t kMaxDistance = 1000;  // of NEAR, ADJ and NOTNEAR, in positions

struct Ast {
  AstKind kind = AstKind::Word;
  std::string text;   // Word, Phrase, Pattern: as typed, without marks; Field: the value
  std::string field;  // Field: its name
  Exactness exactness = Exactness::Classes;
  bool quoted = false;  // Field: the value was in quotes
  PatternKind pattern = PatternKind::Wildcard;
  Closeness closeness = Closeness::Near;
  TextUnit unit = TextUnit::Sentence;
  std::uint32_t distance = 0;  // Near: positions; fuzzy Pattern: changes
  ByteSpan span;               // in the query text
  std::uint32_t value_at = 0;  // Field: the byte at which its value begins
  std::vector<AstPtr> children;
};

/// Is it a * by itself?
[[nodiscard]] bool is_lone_star(const Ast& ast);

/// The same tree, wherever it was in the query.
[[nodiscard]] bool same_tree(const Ast& a, const Ast& b);

}  // namespace nutgraf::parse
