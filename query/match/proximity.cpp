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
struct Stretch {
  std::uint32_t begin = 0;
  std::uint32_t end = std::numeric_limits<std::uint32_t>::max();
};

/// `right` begins after `left` ends, at most `distance` from its last word.
bool follows(const Place& left, const Place& right, std::uint32_t distance) {
  return right.begin >= left.end && right.begin - left.end < distance;
}

bool are_close(const Place& a, const Place& b, parse::Closeness closeness, std::uint32_t distance) {
  return follows(a, b, distance) ||
         (parse::operator_of(closeness).order == parse::Order::Any && follows(b, a, distance));
}

/// A phrase around a word is near it, the word itself is not.
bool spoils(const Place& b, const Place& a, std::uint32_t distance) {
  const bool overlap = b.begin < a.end && a.begin < b.end;
  return overlap ? a != b : are_close(a, b, parse::Closeness::Near, distance);
}

Place both(const Place& a, const Place& b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

using TakePair = std::function<void(const Place&, const Place&)>;

/// Every pair that is close. Places ascend by their beginning, so those too far to the right end a row.
void for_each_pair(const Places& left, const Places& right, const std::pair<parse::Closeness, std::uint32_t>& close,
                   const TakePair& take) {
  const auto [closeness, distance] = close;
  for (const Place& a : left) {
    for (const Place& b : right) {
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
  explicit Evaluation(PassagePlaces& passage) : passage_(passage) {}

  bool holds(const Node& node, Stretch stretch) {
    const auto child_holds = [&](const Node& child) { return holds(child, stretch) != (child.sign == Sign::Excluded); };
    switch (node.kind) {
      case NodeKind::Any:
        return std::any_of(node.children.begin(), node.children.end(), child_holds);
      case NodeKind::All:
        return std::all_of(node.children.begin(), node.children.end(), child_holds);
      case NodeKind::Not:
        return !holds(node.children.front(), stretch);
      case NodeKind::Within:
        return any_part(node, stretch, [&](Stretch part) { return holds(node.children.front(), part); });
      case NodeKind::Clause:
      case NodeKind::Near:
        return !places(node, stretch).empty();
      case NodeKind::MatchAll:
      case NodeKind::MatchNone:
        break;
    }
    return node.kind == NodeKind::MatchAll;
  }

  /// The places of each clause that take part.
  void collect_clauses(const Node& node, std::vector<Places>& kept) {
    for_each_operand(node, {}, [&](const Node& operand, Stretch stretch) {
      keep(operand, stretch, places(operand, stretch), kept);
    });
  }

  void collect_occurrences(const Node& node, Places& found) {
    for_each_operand(node, {}, [&](const Node& operand, Stretch stretch) {
      add_occurrences(operand, stretch, places(operand, stretch), found);
    });
  }

 private:
  static bool leaves_out(const Node& node) {
    return parse::operator_of(node.closeness).effect == parse::Effect::LeavesOut;
  }

  /// Each clause and NEAR that has a part in the match, with the stretch in which it has.
  template <typename Take>
  void for_each_operand(const Node& node, Stretch stretch, const Take& take) {
    switch (node.kind) {
      case NodeKind::Any:
      case NodeKind::All:
        for (const Node& child : node.children) {
          if (child.sign != Sign::Excluded && holds(child, stretch)) {
            for_each_operand(child, stretch, take);
          }
        }
        return;
      case NodeKind::Within:
        any_part(node, stretch, [&](Stretch part) {
          if (holds(node.children.front(), part)) {
            for_each_operand(node.children.front(), part, take);
          }
          return false;
        });
        return;
      case NodeKind::Clause:
      case NodeKind::Near:
        take(node, stretch);
        return;
      case NodeKind::Not:
      case NodeKind::MatchAll:
      case NodeKind::MatchNone:
        return;
    }
  }

  /// Of a clause, NEAR, or OR of such.
  Places places(const Node& node, Stretch stretch) {
    if (node.kind == NodeKind::Clause) {
      Places inside;
      const Places& all = passage_.of(node.clause);
      std::copy_if(all.begin(), all.end(), std::back_inserter(inside),
                   [&](const Place& p) { return p.begin < stretch.end && p.end > stretch.begin; });
      return inside;
    }
    Places out;
    if (node.kind == NodeKind::Any) {
      for (const Node& child : node.children) {
        const Places some = places(child, stretch);
        out.insert(out.end(), some.begin(), some.end());
      }
      sort_distinct(out);
      return out;
    }
    Places left = places(node.children[0], stretch);
    if (left.empty()) {
      return left;
    }
    const Places right = places(node.children[1], stretch);
    if (leaves_out(node)) {
      const auto close_to_any = [&](const Place& a) {
        return std::any_of(right.begin(), right.end(), [&](const Place& b) { return spoils(b, a, node.distance); });
      };
      left.erase(std::remove_if(left.begin(), left.end(), close_to_any), left.end());
      return left;
    }
    for_each_pair(left, right, {node.closeness, node.distance},
                  [&](const Place& a, const Place& b) { out.push_back(both(a, b)); });
    sort_distinct(out);
    return out;
  }

  /// Of the places of a node those in `wanted`, traced back to the clauses that they are made of.
  void keep(const Node& node, Stretch stretch, const Places& wanted, std::vector<Places>& kept) {
    if (wanted.empty()) {
      return;
    }
    if (node.kind == NodeKind::Clause) {
      kept[node.clause].insert(kept[node.clause].end(), wanted.begin(), wanted.end());
    } else if (node.kind == NodeKind::Any) {
      for (const Node& child : node.children) {
        keep(child, stretch, places_among(child, stretch, wanted), kept);
      }
    } else if (leaves_out(node)) {
      keep(node.children[0], stretch, wanted, kept);
    } else {
      keep_pairs(node, stretch, wanted, kept);
    }
  }

  void keep_pairs(const Node& node, Stretch stretch, const Places& wanted, std::vector<Places>& kept) {
    Places left;
    Places right;
    for_each_pair(places(node.children[0], stretch), places(node.children[1], stretch), {node.closeness, node.distance},
                  [&](const Place& a, const Place& b) {
                    if (std::binary_search(wanted.begin(), wanted.end(), both(a, b))) {
                      left.push_back(a);
                      right.push_back(b);
                    }
                  });
    sort_distinct(left);
    sort_distinct(right);
    keep(node.children[0], stretch, left, kept);
    keep(node.children[1], stretch, right, kept);
  }

  Places places_among(const Node& node, Stretch stretch, const Places& wanted) {
    const Places all = places(node, stretch);
    Places these;
    std::set_intersection(all.begin(), all.end(), wanted.begin(), wanted.end(), std::back_inserter(these));
    return these;
  }

  /// Those of a node, of whose places those in `wanted` match.
  void add_occurrences(const Node& node, Stretch stretch, Places wanted, Places& found) {
    if (node.kind == NodeKind::Any) {
      for (const Node& child : node.children) {
        add_occurrences(child, stretch, places_among(child, stretch, wanted), found);
      }
      return;
    }
    if (node.kind == NodeKind::Near && leaves_out(node)) {
      add_occurrences(node.children[0], stretch, std::move(wanted), found);
      return;
    }
    if (node.kind == NodeKind::Clause) {
      keep_longest(wanted);
    } else {
      keep_innermost(wanted);
    }
    found.insert(found.end(), wanted.begin(), wanted.end());
  }

  /// The sentences or paragraphs of a stretch one after the other, until `take` returns true.
  template <typename Take>
  bool any_part(const Node& node, Stretch stretch, const Take& take) {
    const std::vector<std::uint32_t>& starts = passage_.starts(node.text_unit);
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const Stretch part{std::max(starts[i], stretch.begin),
                         std::min(i + 1 < starts.size() ? starts[i + 1] : stretch.end, stretch.end)};
      if (part.begin < part.end && take(part)) {
        return true;
      }
    }
    return false;
  }

  PassagePlaces& passage_;
};

bool Proximity::holds(PassagePlaces& passage) const {
  return Evaluation(passage).holds(root_, {});
}

std::vector<Places> Proximity::taking_part(PassagePlaces& passage) const {
  std::vector<Places> kept(clauses_);
  Evaluation(passage).collect_clauses(root_, kept);
  std::for_each(kept.begin(), kept.end(), sort_distinct);
  return kept;
}

Places Proximity::occurrences(PassagePlaces& passage) const {
  Places found;
  Evaluation(passage).collect_occurrences(root_, found);
  sort_distinct(found);
  return found;
}

}  // namespace nutgraf::match
