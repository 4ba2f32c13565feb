// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/analyzer.h"
#include "query/bind/bound_query.h"
#include "query/bind/lexicon.h"
#include "query/bind/patterns.h"
#include "query/bind/word_forms.h"
#include "query/parse/ast.h"

namespace nutgraf::bind {

inline constexpr std::size_t kMaxPatternWords = 1000;
inline constexpr std::size_t kMaxPatternWordsInPhrase = 300;

/// From patterns (princip*, /colou?r/, taiwn~1) and phrases with wildcards to words with the words of the index as
/// their forms.
class PatternWords {
 public:
  /// Both must outlive it.
  PatternWords(const Lexicon& lexicon, WordForms& forms) : lexicon_(lexicon), forms_(forms) {}

  /// `query` is the whole text, for the caret. Throws QueryError: no word in it, an expression that cannot be read, too
  /// many matches.
  [[nodiscard]] Clause read(std::string_view query, const parse::Ast& ast);
  /// Words of which some may contain wildcards, side by side as in a phrase; `ast` is their node.
  [[nodiscard]] Clause phrase(std::string_view query, const parse::Ast& ast, std::string_view text);

 private:
  enum class Glued : unsigned char { No, Yes };  // typed without a space
  struct Piece;
  [[nodiscard]] std::vector<Piece> pieces_of(const std::string& marked, Glued glued);
  [[nodiscard]] BoundWord word_of(std::string_view text, MatchedWords found);
  [[nodiscard]] std::uint32_t characters_of(const std::string& term);
  [[nodiscard]] BoundWord wildcard(const std::string& pattern, std::size_t limit);
  [[nodiscard]] Clause regex(std::string_view query, const parse::Ast& ast);
  [[nodiscard]] Clause fuzzy(std::string_view query, const parse::Ast& ast);

  const Lexicon& lexicon_;
  WordForms& forms_;
  Analyzer analyzer_;
  Analyzer::Scratch scratch_;
  Analysis analysis_;
};

/// Is there a * or, inside a word, a ? in this text?
[[nodiscard]] bool holds_wildcards(std::string_view text);

}  // namespace nutgraf::bind
