// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "query/parse/lexer.h"
#include "query/parse/query_error.h"

namespace nutgraf::parse {

/// A place in a query where an operator of another tool may be, and what surrounds it.
struct ForeignPlace {
  std::string_view query;
  std::size_t at = 0;
  std::string_view text;  // up to the next space, bracket or quote
  std::span<const Lexeme> before;

  [[nodiscard]] std::size_t end() const { return at + text.size(); }
  /// Does an opening bracket follow without a space?
  [[nodiscard]] bool bracket_follows() const;
  /// Does a quote follow without a space?
  [[nodiscard]] bool quote_follows() const;
  /// Is it typed right after what is before it?
  [[nodiscard]] bool is_attached() const;
  [[nodiscard]] bool is_after(LexemeKind kind) const { return !before.empty() && before.back().kind == kind; }

  /// What is on the left and from this byte on the right, as typed; (...) for a group, "a" and "b" where
  /// there is nothing.
  [[nodiscard]] std::string left() const;
  [[nodiscard]] std::string right(std::size_t from) const;

  [[noreturn]] void fail(std::size_t byte, const std::string& message, const std::string& advice) const;
};

[[nodiscard]] bool is_number(std::string_view text);  // digits, at least one

/// Each throws QueryError where it finds something of its own at the place.
void refuse_foreign_closeness(const ForeignPlace& place);
void refuse_foreign_comparison(const ForeignPlace& place);
void refuse_foreign_range(const ForeignPlace& place);

}  // namespace nutgraf::parse
