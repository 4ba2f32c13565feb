// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "query/match/place.h"
#include "query/parse/ast.h"

/// NEAR, ADJ, NOTNEAR and WITHIN, decided by where words stand in one passage. Knows neither Xapian nor texts: both are
/// a PassagePlaces.
namespace nutgraf::match {

/// Where the clauses of a Proximity stand in a passage, and where its sentences and paragraphs begin.
class PassagePlaces {
 public:
  PassagePlaces() = default;
  PassagePlaces(const PassagePlaces&) = delete;
  PassagePlaces& operator=(const PassagePlaces&) = delete;
  PassagePlaces(PassagePlaces&&) = delete;
  PassagePlaces& operator=(PassagePlaces&&) = delete;
  virtual ~PassagePlaces() = default;

  [[nodiscard]] virtual const Places& of(std::size_t clause) = 0;
  /// Positions of first words, ascending. Only Sentence and Paragraph are asked for.
  [[nodiscard]] virtual const std::vector<std::uint32_t>& starts(parse::TextUnit unit) = 0;
};

enum class NodeKind : std::uint8_t { MatchAll, MatchNone, Clause, Any, All, Not, Near, Within };
enum class Sign : std::uint8_t { Wanted, Excluded };  // of a child

/// A tree of operators over clauses, which are known by their numbers.
struct Node {
  NodeKind kind = NodeKind::MatchNone;
  Sign sign = Sign::Wanted;
  parse::Closeness closeness = parse::Closeness::Near;    // of a Near
  std::uint32_t distance = 0;                             // of a Near, in positions
  parse::TextUnit text_unit = parse::TextUnit::Sentence;  // of a Within
  std::size_t clause = 0;
  std::vector<Node> children;
};

/// Decides the tree. Distances are counted from the nearer ends of two places, so that words side by side
/// are 1 apart; places that overlap are never near one another. NEAR and ADJ as operands are the stretches from the
/// first to the last word of each pair, NOTNEAR the places of its left side that it leaves: those with no place of the
/// right side near them or overlapping them, other than they themselves. WITHIN asks whether its
/// operand holds for some sentence or paragraph as if that were the whole text; a phrase across the uncertain end of a
/// sentence belongs to both sides.
class Proximity {
 public:
  /// `clauses` is the number of clauses in the tree.
  Proximity(Node root, std::size_t clauses) : clauses_(clauses), root_(std::move(root)) {}

  /// Does the passage match?
  [[nodiscard]] bool holds(PassagePlaces& passage) const;
  /// The places of each clause that take part in a match, those under NOT left out. For passages that match.
  [[nodiscard]] std::vector<Places> taking_part(PassagePlaces& passage) const;
  /// The occurrences of the match, ascending: of NEAR and ADJ the stretches that hold no other one, of clauses, OR, AND
  /// and WITHIN what each operand has, of NOTNEAR those of its left side that it leaves. For passages that match.
  [[nodiscard]] Places occurrences(PassagePlaces& passage) const;

 private:
  class Evaluation;

  std::size_t clauses_;
  Node root_;
};

}  // namespace nutgraf::match
