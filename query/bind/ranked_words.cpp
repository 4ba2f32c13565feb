// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/ranked_words.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
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
    for (std::size_t i = units_.size(); i > 0; --i) {
      if (units_[i - 1] < 2) {
        query_.sequences.erase(query_.sequences.begin() + static_cast<std::ptrdiff_t>(i - 1));
      }
    }
  }

 private:
  void visit(const BoundNode& node) {
    switch (node.kind) {
      case BoundKind::Unit:
        unit(node.unit);
        return;
      case BoundKind::Near:
      case BoundKind::Within:
        placed(node);
        return;
      case BoundKind::And:
      case BoundKind::Or:
      case BoundKind::Best:
        for (const BoundNode& child : node.children) {
          if (child.role != Role::Excluded) {
            visit(child);
            if (node.kind == BoundKind::Or) {  // alternatives are not expected side by side
              break_off();
            }
          }
        }
        return;
      case BoundKind::Not:
        query_.has_date_filter = query_.has_date_filter || node.is_date;
        return;
      case BoundKind::Everything:
      case BoundKind::Nothing:
      case BoundKind::Title:
      case BoundKind::Terms:
      case BoundKind::Range:
        query_.has_date_filter = query_.has_date_filter || node.is_date;
        return;
    }
  }

  /// Words in it rank like others, but only some of their places count.
  void placed(const BoundNode& node) {
    const bool outermost = !inside_;
    if (node.proximity) {
      query_.proximities.push_back(node.proximity);
      inside_ = true;
    }
    visit(node.children.front());
    if (node.kind == BoundKind::Near && parse::operator_of(node.closeness).effect == parse::Effect::KeepsPairs) {
      visit(node.children.back());
    }
    inside_ = inside_ && !outermost;
  }

  void unit(const BoundUnit& unit) {
    if (!inside_) {
      query_.units.push_back(unit);
    }
    begins_unit_ = true;
    for (const BoundWord& part : unit.parts) {
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
      const Neighbours pair{*last_, at};
      if (std::find(query_.neighbours.begin(), query_.neighbours.end(), pair) == query_.neighbours.end()) {
        query_.neighbours.push_back(pair);
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
      units_.push_back(0);
    }
    query_.sequences.back().push_back(at);
    units_.back() += std::exchange(begins_unit_, false) ? 1U : 0U;
  }

  std::size_t ranked(const BoundWord& word) {
    const auto known = std::find_if(query_.ranked.begin(), query_.ranked.end(),
                                    [&](const RankedWord& r) { return r.word.forms == word.forms; });
    const RankedKind kind = word.share < 1 ? RankedKind::CompoundPart : RankedKind::Content;
    if (known == query_.ranked.end()) {
      query_.ranked.push_back({word, 1, kind});
      return query_.ranked.size() - 1;
    }
    ++known->times;
    known->kind = std::min(known->kind, kind);
    known->word.share = std::max(known->word.share, word.share);
    return static_cast<std::size_t>(known - query_.ranked.begin());
  }

  BoundQuery& query_;
  std::optional<std::size_t> last_;
  bool in_sequence_ = false;
  bool begins_unit_ = false;        // no word of the unit at hand was met yet
  std::vector<std::size_t> units_;  // of which each sequence consists
  bool inside_ = false;             // a proximity
};

/// More than one of a hyphenated word; nothing of an acronym or a pattern.
std::span<const std::string> words_typed(const RankedWord& ranked) {
  const std::vector<Form>& forms = ranked.word.forms;
  const bool plain = ranked.word.kind == WordKind::Word && ranked.word.decision.empty() && !forms.empty();
  return plain ? std::span<const std::string>(forms.front().terms) : std::span<const std::string>();
}

std::size_t optional_words(const BoundNode& root) {
  if (root.kind != BoundKind::Best) {
    return 0;
  }
  return static_cast<std::size_t>(std::count_if(root.children.begin(), root.children.end(), [](const BoundNode& child) {
    return child.role == Role::Optional && child.kind == BoundKind::Unit;
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
