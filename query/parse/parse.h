// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "query/parse/ast.h"

/// Query text to tree and back.
///   or:   and (OR and)*          and:  best (AND best)*        best: item+
///   item: [+ | - | NOT] near     near: operand ((NEAR/n | ADJ/n | NOTNEAR/n) operand)*
///   operand: word | "phrase" | name:value | name:(or) | (or) | WITHIN unit operand
/// The name before a bracket is that of each word and phrase in it: source:(a OR b) is source:a OR source:b.
namespace nutgraf::parse {

/// Throws QueryError.
[[nodiscard]] AstPtr parse(std::string_view query);

/// Words separated by spaces, no syntax: a BestMatch of Words. Throws QueryError for a query without words.
[[nodiscard]] AstPtr parse_plain(std::string_view query);

/// Query text that parses to the same tree.
[[nodiscard]] std::string print(const Ast& ast);

/// The tree for people and tests: (and river (phrase late train)).
[[nodiscard]] std::string tree(const Ast& ast);

}  // namespace nutgraf::parse
