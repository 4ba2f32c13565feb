// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "query/parse/lexer.h"

/// What other tools taught people to type and is no syntax here: &&, !x, "a b"~5, w/5, x^3, source=CHN, [a TO b].
/// Each is an error that offers our form; read as words it would answer another question than the one asked.
namespace nutgraf::parse {

/// Throws QueryError where something of another tool begins at this byte, which begins an item of the query; `before`
/// are the lexemes before it.
void refuse_foreign(std::string_view query, std::size_t at, std::span<const Lexeme> before);

/// The same for the value of a field that begins at this byte: [a TO b], >=x, ~"a b".
void refuse_foreign_value(std::string_view query, std::string_view field, std::size_t at);

}  // namespace nutgraf::parse
