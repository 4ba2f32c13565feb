// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/suggestion.h"

#include <algorithm>
#include <map>

#include "core/base/edit_distance.h"
#include "core/text/analyzer.h"
#include "query/bind/word_forms.h"

namespace nutgraf {
namespace {

// Below this, every word is near to many others.
constexpr std::size_t kLeastBytes = 4;
// From this on, two changes still leave most of the word.
constexpr std::size_t kLongBytes = 6;

class Suggester {
 public:
  Suggester(const Lexicon& lexicon, std::string_view query) : lexicon_(lexicon), forms_(lexicon), query_(query) {}

  void visit(const Ast& ast) {
    switch (ast.kind) {
      case AstKind::Word:
      case AstKind::Phrase:
        words(ast.span);
        return;
      case AstKind::And:
      case AstKind::Or:
      case AstKind::Best:
      case AstKind::Required:
      case AstKind::Near:
      case AstKind::Within:
        for (const AstPtr& child : ast.children) {
          visit(*child);
        }
        return;
      case AstKind::Pattern:
      case AstKind::Field:
      case AstKind::Not:
      case AstKind::Excluded:
        return;
    }
  }

  [[nodiscard]] std::string text() const {
    std::string out;
    std::uint32_t done = 0;
    for (const auto& [span, word] : better_) {
      out += query_.substr(done, span.begin - done);
      out += word;
      done = span.end;
    }
    return better_.empty() ? out : out.append(query_.substr(done));
  }

 private:
  void words(ByteSpan span) {
    analyzer_.analyze(query_.substr(span.begin, span.end - span.begin), scratch_, analysis_);
    for (const Token& token : analysis_.tokens) {
      const std::string term(analysis_.term(token));
      const bool number = std::any_of(term.begin(), term.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (token.kind == TokenKind::Word && !number && term.size() >= kLeastBytes && is_unknown(token, span)) {
        const std::string word = nearest(term);
        if (!word.empty()) {
          better_[{span.begin + token.span.begin, span.begin + token.span.end}] = word;
        }
      }
    }
  }

  bool is_unknown(const Token& token, ByteSpan span) {
    const BoundUnit unit = forms_.read(query_.substr(span.begin + token.span.begin, token.span.end - token.span.begin),
                                       WordForms::Reading::Chunk);
    const auto stands = [this](const std::string& term) { return lexicon_.has_term(term); };
    return unit.parts.size() == 1 &&
           std::none_of(unit.parts[0].forms.begin(), unit.parts[0].forms.end(),
                        [&](const Form& form) { return std::all_of(form.terms.begin(), form.terms.end(), stands); });
  }

  std::string nearest(const std::string& word) const {
    EditDistance distance(word);
    std::uint32_t least = word.size() < kLongBytes ? 1 : 2;
    std::uint64_t most = 0;
    std::string best;
    lexicon_.words_from({}, [&](const std::string& other) {
      const std::uint32_t changes = distance.to(other, least);
      if (changes > least) {
        return true;
      }
      const std::uint64_t passages = lexicon_.passages_with(other);
      if (changes < least || passages > most) {
        least = changes;
        most = passages;
        best = other;
      }
      return true;
    });
    return best;
  }

  const Lexicon& lexicon_;
  WordForms forms_;
  std::string_view query_;
  Analyzer analyzer_;
  Analyzer::Scratch scratch_;
  Analysis analysis_;
  std::map<ByteSpan, std::string> better_;
};

}  // namespace

std::string suggest(const Lexicon& lexicon, std::string_view query, const Ast& ast) {
  Suggester suggester(lexicon, query);
  suggester.visit(ast);
  return suggester.text();
}

}  // namespace nutgraf
