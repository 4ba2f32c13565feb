// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/ranked_words.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/text/function_words.h"
#include "query/parse/operators.h"

namespace nutgraf::bind {
namespace {

// Chosen once over all judged collections.
constexpr double kFunctionWordShare = 0.3;

class Collector {
 public:
  explicit Collector(BoundQuery& query) : query_(query) {}

  void collect(const BoundNode& root) {
    visit(root);
    for (std::size_t i = clauses_.size(); i > 0; --i) {
      if (clauses_[i - 1] < 2) {
        query_.sequences.erase(query_.sequences.begin() + static_cast<std::ptrdiff_t>(i - 1));
      }
    }
  }

 private:
  void visit(const BoundNode& node) {
    visit_node(
        node, [this](const ClauseNode& leaf) { clause(leaf.clause); },
        [this](const NearNode& near) { placed(near.condition, matched_operands(near)); },
        [this](const WithinNode& within) { placed(within.condition, within.children); },
        [this](const WithinArticleNode& within) { visit(within.children.front()); },
        [this](const OneOf<AndNode, BestMatchNode> auto& group) { visit_wanted(group.children); },
        [this](const OrNode& alternatives) {
          for (const BoundNode& child : alternatives.children) {
            visit(child);
            break_off();  // alternatives are not expected side by side
          }
        },
        [&](const OneOf<NotNode, MatchAll, MatchNone, TitleNode, TermsNode, RangeNode> auto& /*ranks nothing*/) {
          query_.has_date_filter = query_.has_date_filter || node.is_date;
        });
  }
  void visit_wanted(std::span<const BoundNode> children) {
    for (const BoundNode& child : children) {
      if (child.role != Role::Excluded) {
        visit(child);
      }
    }
  }

  static std::span<const BoundNode> matched_operands(const NearNode& near) {
    const bool both = parse::operator_of(near.closeness).effect == parse::Effect::KeepsPairs;
    return std::span(near.children).first(both ? 2 : 1);
  }

  /// Words in it rank like others, but only some of their occurrences count.
  void placed(const PositionConditionPtr& condition, std::span<const BoundNode> operands) {
    const bool outermost = !inside_;
    if (condition) {
      query_.conditions.push_back(condition);
      inside_ = true;
    }
    for (const BoundNode& operand : operands) {
      visit(operand);
    }
    inside_ = inside_ && !outermost;
  }

  void clause(const Clause& clause) {
    if (!inside_) {
      query_.clauses.push_back(clause);
    }
    begins_clause_ = true;
    for (const BoundWord& part : clause.parts) {
      if (part.kind == WordKind::Any) {
        break_off();
        continue;
      }
      if (part.ranked_by.empty()) {
        word(part);
      }
      for (const BoundWord& inner : part.ranked_by) {
        word(inner);
      }
    }
  }

  void word(const BoundWord& word) {
    const std::size_t at = ranked(word);
    if (query_.ranked[at].kind != RankedKind::CompoundPart) {
      continue_sequence(at);
    }
    if (last_ && *last_ != at) {
      if (neighbours_.emplace(*last_, at).second) {
        query_.neighbours.push_back({*last_, at});
      }
    }
    last_ = at;
  }

  void break_off() {
    last_.reset();
    in_sequence_ = false;
  }

  void continue_sequence(std::size_t at) {
    if (!std::exchange(in_sequence_, true)) {
      query_.sequences.emplace_back();
      clauses_.push_back(0);
    }
    query_.sequences.back().push_back(at);
    clauses_.back() += std::exchange(begins_clause_, false) ? 1U : 0U;
  }

  std::size_t ranked(const BoundWord& word) {
    const RankedKind kind = word.share < 1 ? RankedKind::CompoundPart : RankedKind::Content;
    const auto [place, is_new] = places_.emplace(forms_key(word), query_.ranked.size());
    if (is_new) {
      query_.ranked.push_back({word, 1, kind});
      return place->second;
    }
    RankedWord& known = query_.ranked[place->second];
    ++known.times;
    known.kind = std::min(known.kind, kind);
    known.word.share = std::max(known.word.share, word.share);
    return place->second;
  }

  BoundQuery& query_;
  std::optional<std::size_t> last_;
  bool in_sequence_ = false;
  bool begins_clause_ = false;                                // no word of the current clause was met yet
  std::vector<std::size_t> clauses_;                          // of which each sequence consists
  bool inside_ = false;                                       // a condition
  std::unordered_map<std::string, std::size_t> places_;       // in ranked, by forms_key
  std::set<std::pair<std::size_t, std::size_t>> neighbours_;  // those known
};

/// More than one of a hyphenated word; nothing of an acronym or a pattern.
std::span<const std::string> words_typed(const RankedWord& ranked) {
  const std::vector<Form>& forms = ranked.word.forms;
  const bool plain = ranked.word.kind == WordKind::Word && ranked.word.decision.empty() && !forms.empty();
  return plain ? std::span<const std::string>(forms.front().terms) : std::span<const std::string>();
}

std::size_t optional_words(const BoundNode& root) {
  const auto* const best = as<BestMatchNode>(root);
  if (best == nullptr) {
    return 0;
  }
  return static_cast<std::size_t>(std::count_if(best->children.begin(), best->children.end(), [](const BoundNode& c) {
    return c.role == Role::Optional && is_a<ClauseNode>(c);
  }));
}

}  // namespace

void collect_ranked(BoundQuery& query) {
  Collector(query).collect(query.root);
  query.bare_words = optional_words(query.root);
}

void mark_function_words(BoundQuery& query, std::span<const std::string> languages) {
  std::vector<std::string> words;
  for (const RankedWord& ranked : query.ranked) {
    const auto typed = words_typed(ranked);
    words.insert(words.end(), typed.begin(), typed.end());
  }
  const std::string language = language_by_function_words(words, languages);
  // Of a hyphenated word (est-ce) all must be.
  const auto is_function = [&](const RankedWord& ranked) {
    const auto typed = words_typed(ranked);
    return !typed.empty() && std::all_of(typed.begin(), typed.end(),
                                         [&](const std::string& word) { return is_function_word(language, word); });
  };
  if (language.empty() || std::all_of(query.ranked.begin(), query.ranked.end(), is_function)) {
    return;
  }
  for (RankedWord& ranked : query.ranked) {
    if (is_function(ranked)) {
      ranked.kind = RankedKind::Function;
      ranked.word.share *= query.bare_words < 2 ? 1 : kFunctionWordShare;
    }
  }
}

}  // namespace nutgraf::bind
