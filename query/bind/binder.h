// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/bind/bound_query.h"
#include "query/bind/field_filter.h"
#include "query/bind/filter.h"
#include "query/bind/lexicon.h"
#include "query/bind/limits.h"
#include "query/bind/pattern_words.h"
#include "query/bind/word_forms.h"
#include "query/parse/ast.h"

namespace nutgraf::bind {

enum class MatchMode : std::uint8_t { Any, All, Phrase };  // how bare words side by side are read
enum class Scope : std::uint8_t { Passage, Article };      // where operators apply
enum class Syntax : std::uint8_t { Full, Plain };          // --plain: words only

/// From trees to bound queries of one index. One per thread; the lexicon must outlive it.
class Binder {
 public:
  explicit Binder(const Lexicon& lexicon)
      : lexicon_(lexicon), forms_(lexicon), patterns_(lexicon, forms_), fields_(lexicon, forms_) {}

  Binder(const Binder&) = delete;
  Binder& operator=(const Binder&) = delete;
  Binder(Binder&&) = delete;
  Binder& operator=(Binder&&) = delete;
  ~Binder() = default;

  /// What was typed: `ast` is the tree of `text`.
  struct Input {
    std::string_view text;
    const parse::Ast& ast;
    Syntax syntax = Syntax::Full;
    MatchMode match = MatchMode::Any;
    Scope scope = Scope::Passage;
    std::vector<std::string> languages = {};  // asked for by options, beside lang: in the text
    Limits limits = {};
    Elision elision = Elision::Dropped;
  };

  /// Throws QueryError: no word in the query or in an operand, an unreadable date, a pattern that matches too much.
  [[nodiscard]] BoundQuery bind(const Input& input);

  /// Throws Failure(Usage).
  [[nodiscard]] BoundNode filter(const Filter& filter);
  /// The value as it would be written in a query.
  [[nodiscard]] static parse::Ast field_of(const FieldValue& demand);

  /// Requires `filter` too.
  static void restrict(BoundQuery& query, BoundNode filter);

 private:
  [[nodiscard]] BoundNode node(const Input& input, const parse::Ast& ast);
  [[nodiscard]] BoundNode best(const Input& input, const parse::Ast& ast);
  [[nodiscard]] std::vector<BoundNode> children(const Input& input, const parse::Ast& ast);
  [[nodiscard]] BoundNode text(const Input& input, const parse::Ast& ast);
  [[nodiscard]] BoundNode near(const Input& input, const parse::Ast& ast);
  [[nodiscard]] BoundNode within(const Input& input, const parse::Ast& ast);
  [[nodiscard]] static BoundNode in_article(BoundNode root);
  [[nodiscard]] BoundNode best_child(const Input& input, const parse::Ast& ast);
  void add_words(const Input& input, const parse::Ast& ast, std::vector<BoundNode>& children);
  [[nodiscard]] bool falls_into_words(const Input& input, const parse::Ast& ast);
  [[nodiscard]] Clause full_phrase(const Input& input);
  [[nodiscard]] std::optional<BoundNode> run_as_phrase(const Input& input, const parse::Ast& ast);

  const Lexicon& lexicon_;
  WordForms forms_;
  PatternWords patterns_;
  FieldFilter fields_;
};

}  // namespace nutgraf::bind
