// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/text/token.h"
#include "query/parse/ast.h"

/// Signs beside wildcards that say which word is meant: C+*, R&*, $5*, 5*%.
namespace nutgraf::bind {

/// A sign that a wildcard touches and that its words would be without.
struct StraySign {
  std::string sign;
  std::string place;  // the sign and the wildcard as typed, side by side
  std::string chunk;  // all that is typed without a space
};

enum class TaggedWord : std::uint8_t { No, Yes };  // #climate*, @bbc*: the sign before it is part of it

/// Throws StraySign where one stands beside the word; `marked` has wildcards as letters (with_letters). Where two words
/// meet (`desk@ex*`) most are signs between words, but & may make one word of both (R&D*).
void require_no_sign(std::string_view marked, ByteSpan word, TaggedWord tagged);

/// Throws QueryError about it; `ast` is the node of `query` that has it.
[[noreturn]] void refuse_sign(std::string_view query, const parse::Ast& ast, const StraySign& stray);

}  // namespace nutgraf::bind
