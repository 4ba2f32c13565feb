// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/suggestion.h"

#include <algorithm>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/schema/terms.h"
#include "core/text/analyzer.h"
#include "query/bind/pattern_words.h"
#include "query/bind/title_lexicon.h"
#include "query/bind/word_forms.h"

namespace nutgraf::bind {
namespace {

// In characters. Below this, every word is near to many others, and a change leaves too little of it.
constexpr std::size_t kLeastCharacters = 4;
// From this on, two changes still leave most of the word.
constexpr std::size_t kLongCharacters = 6;
// A character of Chinese, Japanese or Korean says more than a letter.
constexpr std::size_t kLeastSyllables = 3;

bool is_syllable(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || c >= 0x20000;
}

/// Of a word that is not in the index: how many changes may make it one that was meant.
std::uint32_t most_changes(std::string_view word) {
  std::size_t characters = 0;
  bool syllables = true;
  for (std::size_t i = 0; i < word.size(); i += utf8::decode(word, i).size) {
    syllables = syllables && is_syllable(utf8::decode(word, i).code);
    ++characters;
  }
  if (characters < (syllables ? kLeastSyllables : kLeastCharacters)) {
    return 0;
  }
  return characters < kLongCharacters ? 1 : 2;
}

constexpr std::string_view kBlanks = " \t\n\r";

/// Words as they are read in one place of a query.
struct Place {
  const Lexicon& lexicon;  // where they must occur
  WordForms::Reading reading = WordForms::Reading::Chunk;
  std::string field = {};  // with its colon
};

class Reader {
 public:
  Reader(const Lexicon& lexicon, std::string_view query)
      : lexicon_(lexicon), titles_(lexicon), forms_(lexicon), query_(query) {}

  void visit(const parse::Ast& ast) {
    switch (ast.kind) {
      case parse::AstKind::Word:
        words(query_.substr(ast.span.begin, ast.span.end - ast.span.begin), {lexicon_, reading_of(ast)});
        return;
      case parse::AstKind::Phrase:
        words(ast.text, {lexicon_, reading_of(ast)});
        return;
      case parse::AstKind::Field:
        if (ast.field == "title") {
          words(schema::fold_value(ast.text),
                {titles_, ast.quoted ? WordForms::Reading::Phrase : WordForms::Reading::Chunk, "title:"});
        }
        return;
      case parse::AstKind::And:
      case parse::AstKind::Or:
      case parse::AstKind::BestMatch:
      case parse::AstKind::Required:
      case parse::AstKind::Near:
      case parse::AstKind::Within:
        for (const parse::AstPtr& child : ast.children) {
          visit(*child);
        }
        return;
      case parse::AstKind::Pattern:
      case parse::AstKind::Not:
      case parse::AstKind::Excluded:
        return;
    }
  }

  [[nodiscard]] std::vector<UnknownWord> take() { return std::move(unknown_); }

 private:
  void words(std::string_view text, const Place& place) {
    analyzer_.analyze(text, scratch_, analysis_);
    for (std::size_t i = 0; i < analysis_.tokens.size(); ++i) {
      const Token& token = analysis_.tokens[i];
      if (token.kind != TokenKind::Word || is_in_pattern(text, token.span) || is_in_known_compound(i, place)) {
        continue;
      }
      const std::string tag = tag_at(i);
      const std::size_t begin = token.span.begin - (tag.empty() ? 0 : 1);
      const std::string written(text.substr(begin, token.span.end - begin));
      const std::string name = place.field + written;
      const bool is_said = std::ranges::find(unknown_, name, &UnknownWord::text) != unknown_.end();
      if (!is_said && is_unknown(written, place)) {
        const std::string near = nearest(tag.empty() ? std::string(analysis_.term(token)) : tag, place.lexicon);
        unknown_.push_back({name, near.empty() ? near : place.field + near});
      }
    }
  }

  /// The term of a word with the sign before it: #flood, @bbc; empty where it has none.
  [[nodiscard]] std::string tag_at(std::size_t word) const {
    constexpr std::string_view kSigns = "#@.";
    const bool has_more = word + 1 < analysis_.tokens.size();
    if (!has_more || analysis_.tokens[word + 1].kind != TokenKind::Variant) {
      return {};
    }
    const std::string_view term = analysis_.term(analysis_.tokens[word + 1]);
    return kSigns.find(term.front()) == std::string_view::npos ? std::string() : std::string(term);
  }

  /// "nucl*" in a phrase.
  static bool is_in_pattern(std::string_view text, ByteSpan word) {
    const std::size_t before = text.find_last_of(kBlanks, word.begin);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    return holds_patterns(text.substr(begin, std::min(text.find_first_of(kBlanks, word.end), text.size()) - begin));
  }

  /// The parts of cease-fire need not occur where ceasefire does.
  [[nodiscard]] bool is_in_known_compound(std::size_t token, const Place& place) const {
    return std::ranges::any_of(analysis_.compounds, [&](const Compound& compound) {
      return compound.first < compound.last && compound.first <= token && token <= compound.last &&
             place.lexicon.has_term(schema::make_term({}, analysis_.view(compound.joined)));
    });
  }

  bool is_unknown(std::string_view word, const Place& place) {
    const Clause clause = forms_.read(word, place.reading);
    return clause.parts.size() == 1 && std::ranges::none_of(clause.parts[0].forms, [&](const Form& form) {
             return std::ranges::all_of(form.terms, [&](const std::string& term) {
               return form.language.empty() ? place.lexicon.has_term(term)
                                            : place.lexicon.occurs_in(term, form.language);
             });
           });
  }

  static std::string nearest(const std::string& word, const Lexicon& lexicon) {
    const bool number = std::any_of(word.begin(), word.end(), ascii::is_digit);
    std::uint32_t least = most_changes(word);
    if (number || least == 0) {
      return {};
    }
    std::uint64_t most = 0;
    std::string best;
    lexicon.words_near(word, least + 1, [&](const std::string& other, std::uint32_t changes) {
      const std::uint64_t passages = lexicon.passages_with(other);
      if (changes < least || passages > most || (passages == most && other < best)) {
        least = changes;
        most = passages;
        best = other;
      }
      return least + 1;
    });
    return best;
  }

  const Lexicon& lexicon_;
  TitleLexicon titles_;
  WordForms forms_;
  std::string_view query_;
  Analyzer analyzer_;
  Analyzer::Scratch scratch_;
  Analysis analysis_;
  std::vector<UnknownWord> unknown_;
};

}  // namespace

std::vector<UnknownWord> unknown_words(const Lexicon& lexicon, std::string_view query, const parse::Ast& ast) {
  Reader reader(lexicon, query);
  reader.visit(ast);
  return reader.take();
}

}  // namespace nutgraf::bind
