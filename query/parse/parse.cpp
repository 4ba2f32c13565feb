// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parse/parse.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/utf8.h"
#include "core/schema/fields.h"
#include "core/text/unicode.h"
#include "query/parse/characters.h"
#include "query/parse/foreign.h"
#include "query/parse/lexer.h"
#include "query/parse/pattern.h"
#include "query/parse/query_error.h"

namespace nutgraf::parse {
namespace {

constexpr int kMaxDepth = 200;

AstPtr make(AstKind kind, ByteSpan span) {
  auto ast = std::make_unique<Ast>();
  ast->kind = kind;
  ast->span = span;
  return ast;
}

AstPtr wrap(AstKind kind, ByteSpan mark, AstPtr child) {
  AstPtr ast = make(kind, {mark.begin, child->span.end});
  ast->children.push_back(std::move(child));
  return ast;
}

AstPtr join(AstKind kind, std::vector<AstPtr> children) {
  AstPtr ast = make(kind, {children.front()->span.begin, children.back()->span.end});
  ast->children = std::move(children);
  return ast;
}

/// Quotes inside a phrase (of another kind than those around it) say nothing.
std::string without_quotes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded c = utf8::decode(text, i);
    if (is_quote(c.code) && !is_gershayim(text, i)) {
      out += ' ';
    } else {
      out += text.substr(i, c.size);
    }
    i += c.size;
  }
  return out;
}

/// Gives what is in the brackets of name:( ) that name.
class FieldGroup {
 public:
  FieldGroup(std::string_view query, const Lexeme& name) : query_(query), name_(name) {}

  [[nodiscard]] AstPtr name(AstPtr ast) const {
    switch (ast->kind) {
      case AstKind::Word:
      case AstKind::Phrase:
      case AstKind::Pattern:
        return value(std::move(ast));
      case AstKind::BestMatch:
        require_operators(*ast);
        break;
      case AstKind::And:
      case AstKind::Or:
      case AstKind::Not:
      case AstKind::Required:
      case AstKind::Excluded:
        break;
      case AstKind::Field:
      case AstKind::Near:
      case AstKind::Within:
        refuse(*ast);
    }
    for (AstPtr& child : ast->children) {
      child = name(std::move(child));
    }
    return ast;
  }

 private:
  [[nodiscard]] AstPtr value(AstPtr ast) const {
    const bool quoted = ast->kind == AstKind::Phrase;
    const bool plain = quoted ? ast->exactness == Exactness::AsWritten
                              : ast->exactness == Exactness::Classes && ast->pattern == PatternKind::Wildcard;
    if (!plain) {
      refuse(*ast);
    }
    // A span may contain brackets around the word.
    const std::size_t at = quoted ? ast->span.begin : query_.find(ast->text, ast->span.begin);
    if (!quoted) {
      refuse_foreign_value(query_, name_.text, at);
    }
    ast->kind = AstKind::Field;
    ast->field = name_.text;
    ast->value_at = static_cast<std::uint32_t>(at);
    ast->quoted = quoted;
    ast->exactness = Exactness::Classes;
    return ast;
  }

  /// Words of a title are side by side; of other fields an article mostly has one value.
  void require_operators(const Ast& best) const {
    const auto is_value = [](const AstPtr& child) {
      return child->kind != AstKind::Required && child->kind != AstKind::Excluded && child->kind != AstKind::Not;
    };
    const bool words = schema::find_field(name_.text)->kind == schema::FieldKind::Text;
    if (!words && std::count_if(best.children.begin(), best.children.end(), is_value) > 1) {
      throw QueryError(query_, best.children.front()->span.begin,
                       fmt::format("{}:( ) needs OR or AND between its values", name_.text),
                       fmt::format("write {0}:(a OR b), or {0}:\"a b\" for one value of several words", name_.text));
    }
  }

  [[noreturn]] void refuse(const Ast& ast) const {
    throw QueryError(query_, ast.span.begin,
                     fmt::format("the brackets of {}:( ) take values, AND, OR and NOT only", name_.text),
                     fmt::format("write {}:(a OR \"b c\")", name_.text));
  }

  std::string_view query_;
  const Lexeme& name_;
};

class Parser {
 public:
  explicit Parser(std::string_view query) : query_(query), lexemes_(lex(query)) {}

  AstPtr run() {
    if (peek().kind == LexemeKind::End) {
      throw QueryError(query_, 0, "the query is empty", "give words to search for");
    }
    AstPtr ast = disjunction();
    if (peek().kind == LexemeKind::Close) {
      fail(peek(), "this bracket closes nothing", "remove it, or put ( where the group begins");
    }
    return ast;
  }

 private:
  [[nodiscard]] const Lexeme& peek() const { return lexemes_[at_]; }
  const Lexeme& next() { return lexemes_[at_++]; }
  [[noreturn]] void fail(const Lexeme& where, const std::string& message, const std::string& advice = {}) const {
    throw QueryError(query_, where.span.begin, message, advice);
  }

  AstPtr disjunction() {
    if (++depth_ > kMaxDepth) {
      fail(peek(), fmt::format("brackets are nested deeper than {}", kMaxDepth));
    }
    AstPtr ast = chain(LexemeKind::Or, AstKind::Or, &Parser::conjunction);
    --depth_;
    return ast;
  }

  AstPtr conjunction() { return chain(LexemeKind::And, AstKind::And, &Parser::side_by_side); }

  AstPtr chain(LexemeKind operator_kind, AstKind kind, AstPtr (Parser::*part)()) {
    std::vector<AstPtr> operands;
    operands.push_back((this->*part)());
    while (peek().kind == operator_kind) {
      const Lexeme& op = next();
      if (!starts_item(peek().kind)) {
        fail(op, fmt::format("{} needs something on its right", op.text), word_advice(op));
      }
      operands.push_back((this->*part)());
    }
    return operands.size() == 1 ? std::move(operands.front()) : join(kind, std::move(operands));
  }

  static std::string word_advice(const Lexeme& op) {
    return fmt::format("for the word itself write it in lower case or \"{}\"", op.text);
  }

  static bool starts_operand(LexemeKind kind) {
    switch (kind) {
      case LexemeKind::Open:
      case LexemeKind::Within:
      case LexemeKind::Field:
      case LexemeKind::Chunk:
      case LexemeKind::Exact:
      case LexemeKind::Regex:
      case LexemeKind::Quoted:
      case LexemeKind::Varying:
      case LexemeKind::Surface:
        return true;
      case LexemeKind::Close:
      case LexemeKind::And:
      case LexemeKind::Or:
      case LexemeKind::Not:
      case LexemeKind::Near:
      case LexemeKind::Plus:
      case LexemeKind::Minus:
      case LexemeKind::End:
        return false;
    }
    return false;
  }

  static bool starts_item(LexemeKind kind) {
    return starts_operand(kind) || kind == LexemeKind::Not || kind == LexemeKind::Plus || kind == LexemeKind::Minus;
  }

  AstPtr side_by_side() {
    std::vector<AstPtr> items;
    while (starts_item(peek().kind)) {
      items.push_back(item());
    }
    if (items.empty()) {
      fail_without_operand();
    }
    const AstKind first = items.front()->kind;
    if (items.size() == 1 && first != AstKind::Required && first != AstKind::Excluded) {
      return std::move(items.front());
    }
    return join(AstKind::BestMatch, std::move(items));
  }

  [[noreturn]] void fail_without_operand() {
    const Lexeme& here = peek();
    if (here.kind == LexemeKind::And || here.kind == LexemeKind::Or || here.kind == LexemeKind::Near) {
      fail(here, fmt::format("{} needs something on its left", here.text), word_advice(here));
    }
    if (here.kind == LexemeKind::Close) {
      fail(here, at_ > 0 && lexemes_[at_ - 1].kind == LexemeKind::Open ? "there is nothing in these brackets"
                                                                       : "this bracket closes nothing");
    }
    const auto open =
        std::find_if(lexemes_.rbegin(), lexemes_.rend(), [](const Lexeme& l) { return l.kind == LexemeKind::Open; });
    fail(*open, "this bracket is never closed", "put ) where the group ends");
  }

  AstPtr item() {
    const Lexeme& here = peek();
    if (here.kind == LexemeKind::Not) {
      next();
      if (peek().kind == LexemeKind::Near) {
        fail(here, fmt::format("NOT and {} do not go together", peek().text), "write a NOTNEAR/5 b");
      }
      if (!starts_item(peek().kind)) {
        fail(here, "NOT needs something on its right", word_advice(here));
      }
      if (++depth_ > kMaxDepth) {
        fail(here, fmt::format("NOT is nested deeper than {}", kMaxDepth));
      }
      AstPtr child = item();
      --depth_;
      if (child->kind == AstKind::Required || child->kind == AstKind::Excluded) {
        std::vector<AstPtr> alone;
        alone.push_back(std::move(child));
        child = join(AstKind::BestMatch, std::move(alone));
      }
      return wrap(AstKind::Not, here.span, std::move(child));
    }
    if (here.kind == LexemeKind::Plus || here.kind == LexemeKind::Minus) {
      next();
      return wrap(here.kind == LexemeKind::Plus ? AstKind::Required : AstKind::Excluded, here.span, near());
    }
    return near();
  }

  AstPtr near() {
    AstPtr left = operand();
    while (peek().kind == LexemeKind::Near) {
      const Lexeme& op = next();
      if (!starts_operand(peek().kind)) {
        fail(op, fmt::format("{}/{} needs a word, a phrase or a group on its right", op.text, op.distance));
      }
      std::vector<AstPtr> sides;
      sides.push_back(std::move(left));
      sides.push_back(operand());
      left = join(AstKind::Near, std::move(sides));
      left->closeness = op.closeness;
      left->distance = op.distance;
    }
    return left;
  }

  AstPtr operand() {
    const Lexeme& here = next();
    if (here.kind == LexemeKind::Open) {
      return group(here);
    }
    if (here.kind == LexemeKind::Within) {
      return within(here);
    }
    if (here.kind == LexemeKind::Field) {
      return field(here);
    }
    if (here.kind == LexemeKind::Quoted || here.kind == LexemeKind::Varying || here.kind == LexemeKind::Surface) {
      return phrase(here);
    }
    return word_or_pattern(here);
  }

  AstPtr group(const Lexeme& open) {
    AstPtr ast = disjunction();
    if (peek().kind != LexemeKind::Close) {
      fail(open, "this bracket is never closed", "put ) where the group ends");
    }
    ast->span = {open.span.begin, next().span.end};
    return ast;
  }

  AstPtr within(const Lexeme& here) {
    if (!starts_operand(peek().kind)) {
      fail(here, fmt::format("WITHIN {} needs a group after it", here.text), "write WITHIN sentence (a b)");
    }
    if (++depth_ > kMaxDepth) {
      fail(here, fmt::format("WITHIN is nested deeper than {}", kMaxDepth));
    }
    AstPtr ast = wrap(AstKind::Within, here.span, operand());
    --depth_;
    ast->unit = here.unit;
    return ast;
  }

  AstPtr field(const Lexeme& name) {
    const Lexeme& value = next();
    if (value.kind == LexemeKind::Open) {
      AstPtr values = FieldGroup(query_, name).name(group(value));
      values->span.begin = name.span.begin;
      return values;
    }
    AstPtr ast = make(AstKind::Field, {name.span.begin, value.span.end});
    ast->field = name.text;
    ast->text = value.text;
    ast->value_at = value.span.begin;
    ast->quoted = value.kind == LexemeKind::Quoted;
    return ast;
  }

  static AstPtr phrase(const Lexeme& here) {
    AstPtr ast = make(AstKind::Phrase, here.span);
    ast->exactness = here.kind == LexemeKind::Varying   ? Exactness::Classes
                     : here.kind == LexemeKind::Surface ? Exactness::Surface
                                                        : Exactness::AsWritten;
    ast->text = without_quotes(here.text);
    return ast;
  }

  static AstPtr word_or_pattern(const Lexeme& here) {
    if (here.kind == LexemeKind::Exact) {
      AstPtr ast = make(AstKind::Word, here.span);
      ast->exactness = Exactness::AsWritten;
      ast->text = here.text;
      return ast;
    }
    const PatternText found =
        here.kind == LexemeKind::Regex ? PatternText{true, PatternKind::Regex, here.text, 0} : pattern_in(here.text);
    AstPtr ast = make(found.is_pattern ? AstKind::Pattern : AstKind::Word, here.span);
    ast->pattern = found.kind;
    ast->text = found.text;
    ast->distance = found.changes;
    return ast;
  }

  std::string_view query_;
  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

AstPtr parse(std::string_view query) {
  return Parser(query).run();
}

AstPtr parse_plain(std::string_view query) {
  std::vector<AstPtr> words;
  for (std::size_t at = 0; at < query.size();) {
    const std::size_t begin = at;
    while (at < query.size() && !unicode::is_space(utf8::decode(query, at).code)) {
      at += utf8::decode(query, at).size;
    }
    if (at > begin) {
      words.push_back(make(AstKind::Word, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}));
      words.back()->text = query.substr(begin, at - begin);
    } else {
      at += utf8::decode(query, at).size;
    }
  }
  if (words.empty()) {
    throw QueryError(query, 0, "the query is empty", "give words to search for");
  }
  return words.size() == 1 ? std::move(words.front()) : join(AstKind::BestMatch, std::move(words));
}

bool is_lone_star(const Ast& ast) {
  return ast.kind == AstKind::Word && ast.exactness == Exactness::Classes && ast.text == "*";
}

bool same_tree(const Ast& a, const Ast& b) {
  const bool same_node =
      a.kind == b.kind && a.text == b.text && a.field == b.field && a.exactness == b.exactness &&
      a.quoted == b.quoted && a.distance == b.distance && (a.kind != AstKind::Pattern || a.pattern == b.pattern) &&
      (a.kind != AstKind::Near || a.closeness == b.closeness) && (a.kind != AstKind::Within || a.unit == b.unit);
  return same_node && std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(),
                                 [](const AstPtr& x, const AstPtr& y) { return same_tree(*x, *y); });
}

}  // namespace nutgraf::parse
