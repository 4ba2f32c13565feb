// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/schema/fields.h"
#include "query/bind/bound_query.h"
#include "query/bind/lexicon.h"
#include "query/bind/pattern_words.h"
#include "query/bind/title_lexicon.h"
#include "query/bind/word_forms.h"
#include "query/parse/ast.h"

namespace nutgraf::bind {

/// From name:value to a filter of one index.
class FieldFilter {
 public:
  /// Both must outlive it.
  FieldFilter(const Lexicon& lexicon, WordForms& forms)
      : lexicon_(lexicon), forms_(forms), titles_(lexicon), title_patterns_(titles_, forms) {}

  FieldFilter(const FieldFilter&) = delete;
  FieldFilter& operator=(const FieldFilter&) = delete;
  FieldFilter(FieldFilter&&) = delete;
  FieldFilter& operator=(FieldFilter&&) = delete;
  ~FieldFilter() = default;

  /// `query` is the whole text, for the caret. Throws QueryError: an unknown field, a value that cannot be read, a
  /// pattern that matches too many values.
  [[nodiscard]] BoundNode bind(std::string_view query, const parse::Ast& ast);

 private:
  [[nodiscard]] BoundNode title(std::string_view query, const parse::Ast& ast);
  [[nodiscard]] BoundNode values(std::string_view query, const parse::Ast& ast, const schema::Field& field) const;

  const Lexicon& lexicon_;
  WordForms& forms_;
  TitleLexicon titles_;
  PatternWords title_patterns_;
};

/// Advice for a language that there is not.
inline constexpr std::string_view kLanguageAdvice =
    "write a code or a name: en, zh, German, Deutsch; und for articles of unknown language";

/// The field and the value of a filter as the index files it: the code of a language. Throws QueryError for a language
/// that there is not.
[[nodiscard]] std::string filed_value(std::string_view query, const parse::Ast& ast);

}  // namespace nutgraf::bind
