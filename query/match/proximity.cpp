// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/match/proximity.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>
#include <utility>

#include "query/parse/operators.h"

namespace nutgraf::match {
namespace {

/// Positions from `begin` up to `end`: the passage, or one of its sentences or paragraphs.
struct PositionRange {
  std::uint32_t begin = 0;
  std::uint32_t end = std::numeric_limits<std::uint32_t>::max();
};

/// `right` begins after `left` ends, at most `distance` from its last word.
bool follows(const PositionSpan& left, const PositionSpan& right, std::uint32_t distance) {
  return right.begin >= left.end && right.begin - left.end < distance;
}

bool are_close(const PositionSpan& a, const PositionSpan& b, parse::Closeness closeness, std::uint32_t distance) {
  return follows(a, b, distance) ||
         (parse::operator_of(closeness).order == parse::Order::Any && follows(b, a, distance));
}

/// A phrase around a word is near it, the word itself is not.
bool spoils(const PositionSpan& b, const PositionSpan& a, std::uint32_t distance) {
  const bool overlap = b.begin < a.end && a.begin < b.end;
  return overlap ? a != b : are_close(a, b, parse::Closeness::Near, distance);
}

PositionSpan both(const PositionSpan& a, const PositionSpan& b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

using TakePair = std::function<void(const PositionSpan&, const PositionSpan&)>;

/// Every pair that is close. Spans ascend by their beginning, so those too far to the right end a row.
void for_each_pair(const PositionSpans& left, const PositionSpans& right,
                   const std::pair<parse::Closeness, std::uint32_t>& close, const TakePair& take) {
  const auto [closeness, distance] = close;
  for (const PositionSpan& a : left) {
    for (const PositionSpan& b : right) {
      if (b.begin > a.end && b.begin - a.end >= distance) {
        break;
      }
      if (are_close(a, b, closeness, distance)) {
        take(a, b);
      }
    }
  }
}

}  // namespace

/// One passage against the tree.
class Proximity::Evaluation {
 public:
  explicit Evaluation(PassagePositions& passage) : passage_(passage) {}

  bool holds(const Node& node, PositionRange range) {
    const auto child_holds = [&](const Node& child) { return holds(child, range) != (child.sign == Sign::Excluded); };
    switch (node.kind) {
      case NodeKind::Any:
        return std::any_of(node.children.begin(), node.children.end(), child_holds);
      case NodeKind::All:
        return std::all_of(node.children.begin(), node.children.end(), child_holds);
      case NodeKind::Not:
        return !holds(node.children.front(), range);
      case NodeKind::Within:
        return any_part(node, range, [&](PositionRange part) { return holds(node.children.front(), part); });
      case NodeKind::Clause:
      case NodeKind::Near:
        return !spans(node, range).empty();
      case NodeKind::MatchAll:
      case NodeKind::MatchNone:
        break;
    }
    return node.kind == NodeKind::MatchAll;
  }

  /// The spans of each clause that take part.
  void collect_clauses(const Node& node, std::vector<PositionSpans>& kept) {
    for_each_operand(
        node, {}, [&](const Node& operand, PositionRange range) { keep(operand, range, spans(operand, range), kept); });
  }

  void collect_occurrences(const Node& node, PositionSpans& found) {
    for_each_operand(node, {}, [&](const Node& operand, PositionRange range) {
      add_occurrences(operand, range, spans(operand, range), found);
    });
  }

 private:
  static bool leaves_out(const Node& node) {
    return parse::operator_of(node.closeness).effect == parse::Effect::LeavesOut;
  }

  /// Each clause and NEAR that has a part in the match, with the range in which it has.
  template <typename Take>
  void for_each_operand(const Node& node, PositionRange range, const Take& take) {
    switch (node.kind) {
      case NodeKind::Any:
      case NodeKind::All:
        for (const Node& child : node.children) {
          if (child.sign != Sign::Excluded && holds(child, range)) {
            for_each_operand(child, range, take);
          }
        }
        return;
      case NodeKind::Within:
        any_part(node, range, [&](PositionRange part) {
          if (holds(node.children.front(), part)) {
            for_each_operand(node.children.front(), part, take);
          }
          return false;
        });
        return;
      case NodeKind::Clause:
      case NodeKind::Near:
        take(node, range);
        return;
      case NodeKind::Not:
      case NodeKind::MatchAll:
      case NodeKind::MatchNone:
        return;
    }
  }

  /// Of a clause, NEAR, or OR of such.
  PositionSpans spans(const Node& node, PositionRange range) {
    if (node.kind == NodeKind::Clause) {
      PositionSpans inside;
      const PositionSpans& all = passage_.of(node.clause);
      std::copy_if(all.begin(), all.end(), std::back_inserter(inside),
                   [&](const PositionSpan& p) { return p.begin < range.end && p.end > range.begin; });
      return inside;
    }
    PositionSpans out;
    if (node.kind == NodeKind::Any) {
      for (const Node& child : node.children) {
        const PositionSpans some = spans(child, range);
        out.insert(out.end(), some.begin(), some.end());
      }
      sort_distinct(out);
      return out;
    }
    PositionSpans left = spans(node.children[0], range);
    if (left.empty()) {
      return left;
    }
    const PositionSpans right = spans(node.children[1], range);
    if (leaves_out(node)) {
      const auto close_to_any = [&](const PositionSpan& a) {
        return std::any_of(right.begin(), right.end(),
                           [&](const PositionSpan& b) { return spoils(b, a, node.distance); });
      };
      left.erase(std::remove_if(left.begin(), left.end(), close_to_any), left.end());
      return left;
    }
    for_each_pair(left, right, {node.closeness, node.distance},
                  [&](const PositionSpan& a, const PositionSpan& b) { out.push_back(both(a, b)); });
    sort_distinct(out);
    return out;
  }

  /// Of the spans of a node those in `wanted`, traced back to the clauses that they are made of.
  void keep(const Node& node, PositionRange range, const PositionSpans& wanted, std::vector<PositionSpans>& kept) {
    if (wanted.empty()) {
      return;
    }
    if (node.kind == NodeKind::Clause) {
      kept[node.clause].insert(kept[node.clause].end(), wanted.begin(), wanted.end());
    } else if (node.kind == NodeKind::Any) {
      for (const Node& child : node.children) {
        keep(child, range, spans_among(child, range, wanted), kept);
      }
    } else if (leaves_out(node)) {
      keep(node.children[0], range, wanted, kept);
    } else {
      keep_pairs(node, range, wanted, kept);
    }
  }

  void keep_pairs(const Node& node, PositionRange range, const PositionSpans& wanted,
                  std::vector<PositionSpans>& kept) {
    PositionSpans left;
    PositionSpans right;
    for_each_pair(spans(node.children[0], range), spans(node.children[1], range), {node.closeness, node.distance},
                  [&](const PositionSpan& a, const PositionSpan& b) {
                    if (std::binary_search(wanted.begin(), wanted.end(), both(a, b))) {
                      left.push_back(a);
                      right.push_back(b);
                    }
                  });
    sort_distinct(left);
    sort_distinct(right);
    keep(node.children[0], range, left, kept);
    keep(node.children[1], range, right, kept);
  }

  PositionSpans spans_among(const Node& node, PositionRange range, const PositionSpans& wanted) {
    const PositionSpans all = spans(node, range);
    PositionSpans these;
    std::set_intersection(all.begin(), all.end(), wanted.begin(), wanted.end(), std::back_inserter(these));
    return these;
  }

  /// Those of a node, of whose spans those in `wanted` match.
  void add_occurrences(const Node& node, PositionRange range, PositionSpans wanted, PositionSpans& found) {
    if (node.kind == NodeKind::Any) {
      for (const Node& child : node.children) {
        add_occurrences(child, range, spans_among(child, range, wanted), found);
      }
      return;
    }
    if (node.kind == NodeKind::Near && leaves_out(node)) {
      add_occurrences(node.children[0], range, std::move(wanted), found);
      return;
    }
    if (node.kind == NodeKind::Clause) {
      keep_longest(wanted);
    } else {
      keep_innermost(wanted);
    }
    found.insert(found.end(), wanted.begin(), wanted.end());
  }

  /// The sentences or paragraphs of a range one after the other, until `take` returns true.
  template <typename Take>
  bool any_part(const Node& node, PositionRange range, const Take& take) {
    const std::vector<std::uint32_t>& starts = passage_.starts(node.text_unit);
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const PositionRange part{std::max(starts[i], range.begin),
                               std::min(i + 1 < starts.size() ? starts[i + 1] : range.end, range.end)};
      if (part.begin < part.end && take(part)) {
        return true;
      }
    }
    return false;
  }

  PassagePositions& passage_;
};

bool Proximity::holds(PassagePositions& passage) const {
  return Evaluation(passage).holds(root_, {});
}

std::vector<PositionSpans> Proximity::taking_part(PassagePositions& passage) const {
  std::vector<PositionSpans> kept(clauses_);
  Evaluation(passage).collect_clauses(root_, kept);
  std::for_each(kept.begin(), kept.end(), sort_distinct);
  return kept;
}

PositionSpans Proximity::occurrences(PassagePositions& passage) const {
  PositionSpans found;
  Evaluation(passage).collect_occurrences(root_, found);
  sort_distinct(found);
  return found;
}

}  // namespace nutgraf::match
