// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/bind/bound_query.h"
#include "query/bind/lexicon.h"
#include "query/bind/term_expander.h"

namespace nutgraf::bind {

/// Which accents a word may have beside those typed.
enum class AccentRule : std::uint8_t {
  AsTyped,
  Added,    // any, where the word has none
  Varying,  // others too
};

/// The spellings of a word in parts: ceasefire, cease-fire, cease fires; etats-unis, États-Unis; F-16s.
class CompoundForms {
 public:
  CompoundForms(const Lexicon& lexicon, TermExpander& expander) : lexicon_(lexicon), expander_(expander) {}

  /// Which parts of a compound may differ from those typed, beside their accents.
  enum class Vary : std::uint8_t { Accents, LastPart };
  /// Adds what differs from `open` in the accents of all its parts (etats unis, états unis), and with Vary::LastPart in
  /// the form of its last part (protest vote, protest votes). Each spelling belongs to one language.
  void add_varied(BoundWord& word, const Form& open, AccentRule accents, Vary vary);
  /// Adds the hyphenated and open forms of every joined form that the word has; `head` is what was typed.
  void add_open_forms(BoundWord& word, const std::string& head, AccentRule accents);
  /// Hyphenated words are listed with their accents: where extremedroite is typed and the texts have only
  /// extrême-droite, a look for the two parts finds it.
  void add_split(BoundWord& word, const std::string& head, AccentRule accents);
  /// Adds the other number of a model's name: F-16s, where F-16 is typed.
  void add_models(BoundWord& word, const std::string& head) const;

 private:
  [[nodiscard]] std::vector<Form> open_forms(const std::string& joined) const;
  [[nodiscard]] std::vector<Form> forms_of_part(const std::string& term, AccentRule accents, Vary vary);

  const Lexicon& lexicon_;
  TermExpander& expander_;
};

}  // namespace nutgraf::bind
