// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/ranked_words.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "core/text/function_words.h"

namespace nutgraf {
namespace {

// Chosen once over all judged collections.
constexpr double kFunctionWordShare = 0.3;

class Collector {
 public:
  explicit Collector(BoundQuery& query) : query_(query) {}

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
            // Alternatives are not expected side by side.
            last_ = node.kind == BoundKind::Or ? std::nullopt : last_;
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

 private:
  /// Words in it rank like others, but only some of their places count.
  void placed(const BoundNode& node) {
    const bool outermost = !inside_;
    if (node.proximity) {
      query_.proximities.push_back(node.proximity);
      inside_ = true;
    }
    visit(node.children.front());
    if (node.kind == BoundKind::Near && node.closeness != Closeness::NotNear) {
      visit(node.children.back());
    }
    inside_ = inside_ && !outermost;
  }

  void unit(const BoundUnit& unit) {
    if (!inside_) {
      query_.units.push_back(unit);
    }
    for (const BoundWord& part : unit.parts) {
      if (part.kind == WordKind::Any) {
        last_.reset();
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
    if (last_ && *last_ != at) {
      const Neighbours pair{*last_, at};
      if (std::find(query_.neighbours.begin(), query_.neighbours.end(), pair) == query_.neighbours.end()) {
        query_.neighbours.push_back(pair);
      }
    }
    last_ = at;
  }

  std::size_t ranked(const BoundWord& word) {
    const auto known = std::find_if(query_.ranked.begin(), query_.ranked.end(),
                                    [&](const RankedWord& r) { return r.word.forms == word.forms; });
    if (known == query_.ranked.end()) {
      query_.ranked.push_back({word, 1});
      return query_.ranked.size() - 1;
    }
    ++known->times;
    known->word.share = std::max(known->word.share, word.share);
    return static_cast<std::size_t>(known - query_.ranked.begin());
  }

  BoundQuery& query_;
  std::optional<std::size_t> last_;
  bool inside_ = false;  // a proximity
};

/// Nothing of an acronym, a pattern or a phrase.
std::string word_typed(const RankedWord& ranked) {
  const std::vector<Form>& forms = ranked.word.forms;
  const bool plain = ranked.word.kind == WordKind::Word && ranked.word.decision.empty() && !forms.empty();
  return plain && forms.front().terms.size() == 1 ? forms.front().terms.front() : std::string();
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
  Collector(query).visit(query.root);
  query.bare_words = optional_words(query.root);
}

void weigh_function_words(BoundQuery& query, std::span<const std::string> languages) {
  std::vector<std::string> words;
  std::transform(query.ranked.begin(), query.ranked.end(), std::back_inserter(words), word_typed);
  const std::string language = language_by_function_words(words, languages);
  const auto is_function = [&](const std::string& word) { return is_function_word(language, word); };
  if (language.empty() || query.bare_words < 2 || std::all_of(words.begin(), words.end(), is_function)) {
    return;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    query.ranked[i].word.share *= is_function(words[i]) ? kFunctionWordShare : 1;
  }
}

}  // namespace nutgraf
