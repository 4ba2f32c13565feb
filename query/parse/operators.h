// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "query/parse/ast.h"

/// Operators as data: those that count positions (`a NEAR/5 b`), and the units of WITHIN. One row each.
namespace nutgraf::parse {

enum class Order : std::uint8_t { Any, AsTyped };            // of the two sides in the text
enum class Effect : std::uint8_t { KeepsPairs, LeavesOut };  // LeavesOut: what is left of the left side

struct ClosenessOperator {
  Closeness closeness = Closeness::Near;
  std::string_view name;  // before the slash
  Order order = Order::Any;
  Effect effect = Effect::KeepsPairs;
};

inline constexpr ClosenessOperator kOperators[] = {
    {Closeness::Near, "NEAR", Order::Any, Effect::KeepsPairs},
    {Closeness::Adjacent, "ADJ", Order::AsTyped, Effect::KeepsPairs},
    {Closeness::NotNear, "NOTNEAR", Order::Any, Effect::LeavesOut},
};

struct TextUnitName {
  TextUnit unit = TextUnit::Sentence;
  std::string_view name;  // after WITHIN
};

inline constexpr TextUnitName kTextUnits[] = {
    {TextUnit::Sentence, "sentence"}, {TextUnit::Paragraph, "paragraph"}, {TextUnit::Article, "article"}};

[[nodiscard]] inline std::string_view name_of(TextUnit unit) {
  return std::find_if(std::begin(kTextUnits), std::end(kTextUnits),
                      [&](const TextUnitName& row) { return row.unit == unit; })
      ->name;
}

[[nodiscard]] inline const ClosenessOperator& operator_of(Closeness closeness) {
  return *std::find_if(std::begin(kOperators), std::end(kOperators),
                       [&](const ClosenessOperator& row) { return row.closeness == closeness; });
}

/// Null for any other word.
[[nodiscard]] inline const ClosenessOperator* find_operator(std::string_view name) {
  const auto* const found = std::find_if(std::begin(kOperators), std::end(kOperators),
                                         [&](const ClosenessOperator& row) { return row.name == name; });
  return found == std::end(kOperators) ? nullptr : found;
}

}  // namespace nutgraf::parse
