// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/analyzer.h"
#include "query/bind/bound_query.h"
#include "query/bind/lexicon.h"
#include "query/bind/limits.h"
#include "query/bind/patterns.h"
#include "query/bind/run_pattern.h"
#include "query/bind/word_forms.h"
#include "query/parse/ast.h"

namespace nutgraf::bind {

/// From patterns (princip*, /colou?r/, taiwn~1) and phrases with wildcards to words with the words of the index as
/// their forms.
class PatternWords {
 public:
  /// Both must outlive it.
  PatternWords(const Lexicon& lexicon, WordForms& forms) : lexicon_(lexicon), forms_(forms) {}

  /// `query` is the whole text, for the caret. Throws QueryError: no word in it, an expression that cannot be read, too
  /// many matches.
  [[nodiscard]] Clause read(std::string_view query, const parse::Ast& ast, const Limits& limits);
  /// Words of which some may be patterns, side by side as in a phrase; `ast` is their node.
  struct Phrase {
    const parse::Ast& ast;
    std::string_view text;
  };
  [[nodiscard]] Clause phrase(std::string_view query, const Phrase& words, const Limits& limits);

 private:
  enum class Glued : unsigned char { No, Yes };  // typed without a space
  struct Piece;
  struct Limit;
  [[nodiscard]] std::vector<Piece> pieces_of(std::string_view phrase);
  [[nodiscard]] std::vector<Piece> run_pieces(std::string_view chunk, Glued glued);
  void add_run(const RunPart& part, std::vector<Piece>& pieces);
  void add_pieces(std::string_view words, Glued glued, std::vector<Piece>& pieces);
  [[nodiscard]] static parse::Ast as_node(const Piece& piece, std::string_view query, const parse::Ast& phrase);
  [[nodiscard]] BoundWord word_of(std::string_view text, MatchedWords found);
  [[nodiscard]] std::uint32_t characters_of(const std::string& term);
  [[nodiscard]] BoundWord pattern(std::string_view query, const parse::Ast& ast, const Limit& limit);
  void add_gendered(const std::string& typed, BoundWord& word);
  [[nodiscard]] BoundWord wildcard(const std::string& pattern, const Limit& limit);
  [[nodiscard]] BoundWord regex(std::string_view query, const parse::Ast& ast, const Limit& limit);
  [[nodiscard]] BoundWord fuzzy(std::string_view query, const parse::Ast& ast, const Limit& limit);

  const Lexicon& lexicon_;
  WordForms& forms_;
  Analyzer analyzer_;
  Analyzer::Scratch scratch_;
  Analysis analysis_;
};

/// Is there a * or, inside a word, a ? in this text?
[[nodiscard]] bool holds_wildcards(std::string_view text);
/// Is there one, or a regular expression or fuzzy word between blanks?
[[nodiscard]] bool holds_patterns(std::string_view phrase);
/// Is a chunk of a phrase a regular expression or a fuzzy word?
[[nodiscard]] bool holds_whole_pattern(std::string_view phrase);

}  // namespace nutgraf::bind
