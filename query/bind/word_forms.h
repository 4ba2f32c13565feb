// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text/classes.h"
#include "query/bind/bound_query.h"
#include "query/bind/lexicon.h"
#include "query/bind/pieces.h"

namespace nutgraf {

/// From a piece of query text to words with their forms: classes, compounds, acronyms, possessives, numbers.
class WordForms {
 public:
  explicit WordForms(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// How a text is read: a bare chunk of a query, a whole query of them without relatives, the inside of a phrase, or
  /// exactly =as it stands.
  enum class Reading : unsigned char { Chunk, Whole, Phrase, VaryingPhrase, Surface };

  /// A query typed all in capitals, four words or more, says nothing about acronyms; shorter ones are taken at their
  /// word. `words` are those of the whole query.
  void look_at_capitals(std::string_view words);

  /// No parts where the text holds no word. A bare chunk of one word, or one hyphenated compound, has one part.
  [[nodiscard]] BoundUnit read(std::string_view text, Reading reading);

  /// Each word of a text by itself; those of runs as ICU cuts them.
  [[nodiscard]] std::vector<BoundUnit> read_words(std::string_view text);

  /// Does the text hold a run, and in all more than 8 characters of runs and more than 2 words?
  [[nodiscard]] bool is_long_run(std::string_view text);

 private:
  enum class Next : unsigned char { Nothing, More };  // of the same phrase
  [[nodiscard]] std::vector<BoundWord> parts_of(const std::vector<Piece>& pieces, Reading reading);
  [[nodiscard]] BoundWord word(const Piece& piece, Reading reading);
  [[nodiscard]] BoundWord run(const Piece& piece, Next next) const;
  [[nodiscard]] std::vector<Form> run_forms(const QueryRun& run, const QueryRun::Word& part, Next next) const;
  [[nodiscard]] BoundWord compound(const std::vector<Piece>& pieces, Reading reading);
  [[nodiscard]] BoundWord capitals(const Piece& piece, const std::string& head);
  void add_class(BoundWord& word, const std::string& head);
  void add_unlisted(BoundWord& word, const std::string& head, const std::string& language, int& left);
  void add_members(BoundWord& word, const std::vector<std::string>& members, const std::string& language);
  void add_compounds(BoundWord& word);
  [[nodiscard]] std::vector<std::string> members(const std::string& language, const std::string& key) const;
  [[nodiscard]] std::string filter_of(const std::string& language) const;

  const Lexicon& lexicon_;
  PieceReader pieces_;
  ClassKeys keys_;
  bool capital_text_ = false;
};

}  // namespace nutgraf
