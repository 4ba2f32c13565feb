// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/text/stem_classes.h"
#include "query/bind/bound_query.h"
#include "query/bind/lexicon.h"

namespace nutgraf::bind {

/// Finds the words of an index that count as a word typed: those of its stem class and its accented forms, in each
/// language of the index. A relative counts only in passages of its language.
class TermExpander {
 public:
  explicit TermExpander(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// Of a query. One that has accents means those that it has, where a language tells words apart by nothing else
  /// (Vietnamese).
  enum class Accents : unsigned char { Absent, Present };
  /// `languages` are those that a query asks for, none where it names none. Returns whether either has changed.
  bool ask_for(std::vector<std::string> languages, Accents accents);

  /// Adds all relatives. Stems of a language count where the form typed occurs in that language, or in none at all, or
  /// where the language is asked for; an unaccented form finds accented ones in any.
  void add(BoundWord& word, const std::string& head);
  /// Adds the accented forms of a word that has no accent itself.
  void add_accented(BoundWord& word, const std::string& head);
  /// Adds the forms of a word, with the accents it has, that differ from it by case alone: ışık was IŞIK, which is işik
  /// when folded.
  void add_dotless(BoundWord& word, const std::string& head);
  /// Adds the words of its classes that are the word with an ending after an apostrophe: nato'nun.
  void add_with_endings(BoundWord& word, const std::string& head);
  /// Adds the forms that differ in accents alone, whether or not the word has some: what add() adds without stems.
  void add_accent_variants(BoundWord& word, const std::string& head);
  /// Is a relative of `head` that is written in these words too a form of it in them: does only the last word vary?
  /// `cease fires` is one of ceasefire; `we are` is none of wear, though `weare` has its stem.
  [[nodiscard]] bool inflects_last(const std::string& head, const std::vector<std::string>& open_form);

 private:
  struct Family;
  [[nodiscard]] Family family(const std::string& language, const std::string& head);
  using Condition = std::function<bool(const std::string& spelling)>;
  void add_spellings(BoundWord& word, const std::string& head, const Condition& counts);
  void add_whole(BoundWord& word, const Family& family);
  void add_unlisted(BoundWord& word, const std::string& head, const std::string& language);
  void add_members(BoundWord& word, const std::vector<std::string>& members, const std::string& language) const;
  [[nodiscard]] std::vector<std::string> list(const std::string& key) const;
  [[nodiscard]] std::vector<std::string> stems(const std::string& language, const std::string& word);
  [[nodiscard]] bool is_asked_for(const std::string& language) const;

  const Lexicon& lexicon_;
  ClassKeys keys_;
  std::vector<std::string> asked_;
  Accents accents_ = Accents::Absent;
};

/// Adds a form unless it is known, in its language or in all.
void add_form(BoundWord& word, Form form);

}  // namespace nutgraf::bind
