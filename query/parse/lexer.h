// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/parse/ast.h"

namespace nutgraf::parse {

enum class LexemeKind : std::uint8_t {
  Open,
  Close,
  And,
  Or,
  Not,
  Near,     // closeness, distance
  Within,   // unit
  Plus,     // attached to what follows
  Minus,    // attached to what follows
  Field,    // name of a field as it is spelt here; its value is the next lexeme: Chunk, Quoted or Open
  Chunk,    // characters other than spaces, brackets and quotes
  Exact,    // =chunk
  Regex,    // /.../
  Quoted,   // between double quotes
  Varying,  // ~"..."
  Surface,  // ="..."
  End,
};

/// A piece of a query. `text` is what counts of it (no quotes, no marks).
struct Lexeme {
  LexemeKind kind = LexemeKind::End;
  std::string text;
  ByteSpan span;
  Closeness closeness = Closeness::Near;
  TextUnit unit = TextUnit::Sentence;
  std::uint32_t distance = 0;
};

/// Cuts a query into lexemes; the last is End. Throws QueryError: unclosed quote, nothing in quotes, unknown field,
/// field without value, unreadable distance or unit, what only other tools read (query/parse/foreign.h).
[[nodiscard]] std::vector<Lexeme> lex(std::string_view query);

}  // namespace nutgraf::parse
