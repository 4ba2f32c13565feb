// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "query/match/position_span.h"
#include "query/parse/ast.h"

/// NEAR, ADJ, NOTNEAR and WITHIN, decided by where words occur in one passage. Knows neither Xapian nor texts: both are
/// a PassagePositions.
namespace nutgraf::match {

/// Where the clauses of a Proximity occur in a passage, and where its sentences and paragraphs begin.
class PassagePositions {
 public:
  PassagePositions() = default;
  PassagePositions(const PassagePositions&) = delete;
  PassagePositions& operator=(const PassagePositions&) = delete;
  PassagePositions(PassagePositions&&) = delete;
  PassagePositions& operator=(PassagePositions&&) = delete;
  virtual ~PassagePositions() = default;

  [[nodiscard]] virtual const PositionSpans& of(std::size_t clause) = 0;
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

/// Decides the tree. Distances are counted from the nearer ends of two spans, so that words side by side
/// are 1 apart; spans that overlap are never near one another. NEAR and ADJ as operands are the spans from the
/// first to the last word of each pair, NOTNEAR the spans of its left side that it leaves: those with no span of the
/// right side near them or overlapping them, other than they themselves. WITHIN asks whether its
/// operand matches in some sentence or paragraph as if that were the whole text; a phrase across the uncertain end of a
/// sentence belongs to both sides.
class Proximity {
 public:
  /// `clauses` is the number of clauses in the tree.
  Proximity(Node root, std::size_t clauses) : clauses_(clauses), root_(std::move(root)) {}

  /// Does the passage match?
  [[nodiscard]] bool holds(PassagePositions& passage) const;
  /// The spans of each clause that take part in a match, those under NOT left out. For passages that match.
  [[nodiscard]] std::vector<PositionSpans> taking_part(PassagePositions& passage) const;
  /// The occurrences of the match, ascending: of NEAR and ADJ the spans that contain no other one, of clauses, OR, AND
  /// and WITHIN what each operand has, of NOTNEAR those of its left side that it leaves. For passages that match.
  [[nodiscard]] PositionSpans occurrences(PassagePositions& passage) const;

 private:
  class Evaluation;

  std::size_t clauses_;
  Node root_;
};

}  // namespace nutgraf::match
