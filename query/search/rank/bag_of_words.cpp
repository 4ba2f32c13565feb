// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/bag_of_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "query/search/compile/words.h"

namespace nutgraf::search::rank {
namespace {

bool is_simple(const bind::BoundWord& word) {
  return word.kind == bind::WordKind::Word && word.ranked_by.empty() && word.bigrams.empty();
}

bool is_simple(const bind::Clause& phrase) {
  return std::all_of(phrase.parts.begin(), phrase.parts.end(),
                     [](const bind::BoundWord& part) { return is_simple(part); });
}

class Reader {
 public:
  explicit Reader(const bind::BoundQuery& query) : scales_(compile::word_scales(query)) {}

  bool read(const bind::BoundNode& root) {
    const auto* const best = bind::as<bind::BestMatchNode>(root);
    if (best == nullptr) {
      return read(root, bind::Role::Required);
    }
    return std::all_of(best->children.begin(), best->children.end(),
                       [this](const bind::BoundNode& child) { return read(child, child.role); });
  }

  [[nodiscard]] std::optional<BagOfWords> result() && {
    const auto is_wanted = [](const BagOfWords::Word& word) { return word.role != bind::Role::Excluded; };
    return std::any_of(query_.words.begin(), query_.words.end(), is_wanted) ? std::optional(std::move(query_))
                                                                            : std::nullopt;
  }

 private:
  bool read(const bind::BoundNode& node, bind::Role role) {
    const auto* const leaf = bind::as<bind::ClauseNode>(node);
    if (leaf == nullptr || leaf->condition || role == bind::Role::Filter || leaf->clause.parts.empty()) {
      return false;
    }
    const bind::Clause& clause = leaf->clause;
    if (!clause.is_phrase()) {
      return is_simple(clause.parts.front()) && add(clause.parts.front(), role);
    }
    // With more beside it a phrase is one operand of several.
    if (role == bind::Role::Excluded || query_.phrase != nullptr || !query_.words.empty() || !is_simple(clause)) {
      return false;
    }
    query_.phrase = &clause;
    return std::all_of(clause.parts.begin(), clause.parts.end(),
                       [this](const bind::BoundWord& part) { return add(part, bind::Role::Required); });
  }

  /// Each word once in each role.
  bool add(const bind::BoundWord& word, bind::Role role) {
    const std::string key = bind::forms_key(word);
    if (seen_[static_cast<std::size_t>(role)].insert(key).second) {
      const auto scale = scales_.find(key);
      query_.words.push_back({&word, role == bind::Role::Excluded || scale == scales_.end() ? 0 : scale->second, role});
    }
    return query_.phrase == nullptr || role == bind::Role::Required;
  }

  BagOfWords query_;
  std::unordered_map<std::string, double> scales_;
  std::array<std::unordered_set<std::string>, 4> seen_;  // by role
};

}  // namespace

std::optional<BagOfWords> bag_of_words(const bind::BoundQuery& query) {
  Reader reader(query);
  return reader.read(query.root) ? std::move(reader).result() : std::nullopt;
}

std::optional<BagOfWords> as_phrase(const BagOfWords& query, const bind::Clause& whole) {
  if (query.phrase != nullptr || !is_simple(whole)) {
    return std::nullopt;
  }
  BagOfWords phrase = query;
  phrase.phrase = &whole;
  for (const bind::BoundWord& part : whole.parts) {
    const auto same = std::ranges::find_if(phrase.words, [&part](const BagOfWords::Word& word) {
      return word.role != bind::Role::Excluded && word.word->forms == part.forms;
    });
    if (same == phrase.words.end()) {
      phrase.words.push_back({&part, 0, bind::Role::Required});
    } else {
      same->role = bind::Role::Required;
    }
  }
  return phrase;
}

}  // namespace nutgraf::search::rank
