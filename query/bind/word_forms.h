// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "query/bind/acronyms.h"
#include "query/bind/bound_query.h"
#include "query/bind/compound_forms.h"
#include "query/bind/lexicon.h"
#include "query/bind/query_token.h"
#include "query/bind/term_expander.h"
#include "query/parse/ast.h"

namespace nutgraf::bind {

/// What a bare word with an elided one means: the noun of l'école is looked for; where matches are counted, jusqu'à is
/// not à.
enum class Elision : std::uint8_t { Dropped, Kept };

/// From a token of query text to words with their forms: classes, compounds, acronyms, possessives, numbers.
class WordForms {
 public:
  explicit WordForms(const Lexicon& lexicon) : lexicon_(lexicon), acronyms_(lexicon), expander_(lexicon) {}

  /// How a text is read: a bare chunk of a query, a whole query of them without relatives, the inside of a phrase, or
  /// exactly =as written.
  enum class Reading : unsigned char { Chunk, Whole, Phrase, VaryingPhrase, Surface };

  /// `words` are those of the whole query, `languages` those that it asks for. In a query typed all in capitals, not
  /// only of acronyms, no word is one.
  void look_at(std::string_view words, std::vector<std::string> languages, Elision elision);

  /// No parts where the text has no word. A bare chunk of one word, or one hyphenated compound, has one part.
  [[nodiscard]] Clause read(std::string_view text, Reading reading);

  /// Each word of a text by itself: those of runs as ICU cuts them, the parts of compounds beside their joined form.
  [[nodiscard]] std::vector<Clause> read_words(std::string_view text);

  /// Is the text no phrase but its words?
  [[nodiscard]] bool is_long_run(std::string_view text) { return bind::is_long_run(tokenizer_.read(text)); }

  /// The parts of a hyphenated word, each by itself, to rank beside it; none of any other text.
  [[nodiscard]] std::vector<Clause> read_parts(std::string_view text);

 private:
  enum class Next : unsigned char { Nothing, More };  // of the same phrase
  [[nodiscard]] std::optional<BoundWord> lone_acronym(const std::vector<QueryToken>& tokens, Reading reading) const;
  [[nodiscard]] std::vector<BoundWord> parts_of(const std::vector<QueryToken>& tokens, Reading reading);
  [[nodiscard]] const BoundWord& word(const QueryToken& token, Reading reading);
  [[nodiscard]] BoundWord new_word(const QueryToken& token, Reading reading);
  void add_joined(const QueryToken& part, std::vector<Clause>& clauses);
  [[nodiscard]] BoundWord run(const QueryToken& token, const QueryToken* next);
  void add_together(std::vector<Form>& forms, const QueryToken& token, const QueryToken& next);
  [[nodiscard]] std::vector<Form> run_forms(const QueryRun& run, const QueryRun::Word& part, Next next) const;
  [[nodiscard]] BoundWord compound(const std::vector<QueryToken>& tokens, Reading reading);
  [[nodiscard]] BoundWord capitals(const QueryToken& token, const std::string& head);
  void add_endings(BoundWord& word, const QueryToken& token, const std::string& head);
  [[nodiscard]] AccentRule accent_rule(Reading reading) const;
  [[nodiscard]] std::string plain_spelling(const std::string& word) const;
  void add_spelling(BoundWord& word, const std::string& spelling, Reading reading);
  void find_absent(BoundWord& word) const;
  enum class PhraseAccents : unsigned char { AsWritten, Free };  // free where no word of the phrase has one

  const Lexicon& lexicon_;
  Acronyms acronyms_;
  QueryTokenizer tokenizer_;
  TermExpander expander_;
  CompoundForms compounds_{lexicon_, expander_};
  PhraseAccents phrase_accents_ = PhraseAccents::AsWritten;
  bool capital_text_ = false;
  Elision elision_ = Elision::Dropped;
  std::unordered_map<std::string, BoundWord> cache_;  // words looked up before, by all that they depend on
};

/// How a word or a phrase of a query is read.
[[nodiscard]] WordForms::Reading reading_of(const parse::Ast& ast);

}  // namespace nutgraf::bind
