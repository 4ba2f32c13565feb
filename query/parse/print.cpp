// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "core/base/utf8.h"
#include "query/parse/characters.h"
#include "query/parse/operators.h"
#include "query/parse/parse.h"

namespace nutgraf::parse {
namespace {

/// How tightly a node binds; one that binds less tightly than its place needs brackets.
int tightness(AstKind kind) {
  switch (kind) {
    case AstKind::Or:
      return 0;
    case AstKind::And:
      return 1;
    case AstKind::BestMatch:
      return 2;
    case AstKind::Not:
    case AstKind::Required:
    case AstKind::Excluded:
      return 3;
    case AstKind::Near:
      return 4;
    case AstKind::Word:
    case AstKind::Pattern:
    case AstKind::Phrase:
    case AstKind::Field:
    case AstKind::Within:
      return 5;
  }
  return 5;
}

std::string in_brackets_unless(int least, const Ast& ast) {
  return tightness(ast.kind) < least ? "(" + print(ast) + ")" : print(ast);
}

/// Signs alone are words, but not right after another sign.
std::string print_signed(char sign, const Ast& ast) {
  const std::string operand = in_brackets_unless(5, ast);
  const bool begins_with_sign = operand.starts_with('+') || operand.starts_with('-');
  return sign + (begins_with_sign ? "(" + operand + ")" : operand);
}

std::string print_children(const Ast& ast, std::string_view between) {
  std::string out;
  for (const AstPtr& child : ast.children) {
    if (!out.empty()) {
      out += between;
    }
    out += in_brackets_unless(tightness(ast.kind) + 1, *child);
  }
  return out;
}

bool holds_closer(std::string_view text, char32_t opening) {
  for (std::size_t i = 0; i < text.size(); i += utf8::decode(text, i).size) {
    if (closes(opening, utf8::decode(text, i).code)) {
      return true;
    }
  }
  return false;
}

std::string in_quotes(std::string_view text) {
  if (!holds_closer(text, U'"')) {
    return fmt::format("\"{}\"", text);
  }
  if (!holds_closer(text, U'\u00AB')) {
    return fmt::format("\u00AB{}\u00BB", text);
  }
  return holds_closer(text, U'\u201C') ? fmt::format("\u00BB{}\u00AB", text) : fmt::format("\u201C{}\u201D", text);
}

std::string sign_of(Exactness phrase) {
  switch (phrase) {
    case Exactness::Classes:
      return "~";
    case Exactness::AsWritten:
      return "";
    case Exactness::Surface:
      return "=";
  }
  return {};
}

std::string_view name_of(Exactness phrase) {
  switch (phrase) {
    case Exactness::Classes:
      return "varying-phrase";
    case Exactness::AsWritten:
      return "phrase";
    case Exactness::Surface:
      return "exact-phrase";
  }
  return {};
}

/// In brackets where it might be taken for a part of what other tools read: [a TO b], date = x.
bool needs_brackets(std::string_view text) {
  const bool range = text.starts_with('[') || text.starts_with('{');
  return range || text.find_first_not_of("=<>!:") == std::string_view::npos || text == "\uFF1D" || text == "\uFF1A" ||
         text == "\u2264" || text == "\u2265" || text == "\u2260";
}

std::string guarded(const std::string& text) {
  return needs_brackets(text) ? "(" + text + ")" : text;
}

std::string print_pattern(const Ast& ast) {
  switch (ast.pattern) {
    case PatternKind::Wildcard:
      return ast.text;
    case PatternKind::Regex:
      return "/" + ast.text + "/";
    case PatternKind::Fuzzy:
      return fmt::format("{}~{}", ast.text, ast.distance);
  }
  return ast.text;
}

std::string print_near(const Ast& ast) {
  return fmt::format("{} {}/{} {}", in_brackets_unless(4, *ast.children[0]), operator_of(ast.closeness).name,
                     ast.distance, in_brackets_unless(5, *ast.children[1]));
}

std::string tree_of_children(std::string_view name, const Ast& ast) {
  std::string out = fmt::format("({}", name);
  for (const AstPtr& child : ast.children) {
    out += ' ';
    out += tree(*child);
  }
  return out + ")";
}

}  // namespace

std::string print(const Ast& ast) {
  switch (ast.kind) {
    case AstKind::Word:
      return guarded((ast.exactness == Exactness::AsWritten ? "=" : "") + ast.text);
    case AstKind::Pattern:
      return ast.pattern == PatternKind::Regex ? print_pattern(ast) : guarded(print_pattern(ast));
    case AstKind::Phrase:
      return sign_of(ast.exactness) + in_quotes(ast.text);
    case AstKind::Field:
      return ast.field + ":" + (ast.quoted ? in_quotes(ast.text) : ast.text);
    case AstKind::And:
      return print_children(ast, " AND ");
    case AstKind::Or:
      return print_children(ast, " OR ");
    case AstKind::BestMatch:
      return print_children(ast, " ");
    case AstKind::Not:
      return "NOT " + in_brackets_unless(3, *ast.children[0]);
    case AstKind::Required:
      return print_signed('+', *ast.children[0]);
    case AstKind::Excluded:
      return print_signed('-', *ast.children[0]);
    case AstKind::Near:
      return print_near(ast);
    case AstKind::Within:
      return fmt::format("WITHIN {} {}", name_of(ast.unit), in_brackets_unless(5, *ast.children[0]));
  }
  return {};
}

std::string tree(const Ast& ast) {
  switch (ast.kind) {
    case AstKind::Word:
      return ast.exactness == Exactness::AsWritten ? fmt::format("(exact {})", ast.text) : ast.text;
    case AstKind::Pattern: {
      static constexpr std::string_view kNames[] = {"wildcard", "regex", "fuzzy"};
      return fmt::format("({} {})", kNames[static_cast<std::size_t>(ast.pattern)], print_pattern(ast));
    }
    case AstKind::Phrase:
      return fmt::format("({} {})", name_of(ast.exactness), ast.text);
    case AstKind::Field:
      return fmt::format("(field {} {})", ast.field, ast.text);
    case AstKind::And:
      return tree_of_children("and", ast);
    case AstKind::Or:
      return tree_of_children("or", ast);
    case AstKind::Not:
      return tree_of_children("not", ast);
    case AstKind::BestMatch:
      return tree_of_children("best", ast);
    case AstKind::Required:
      return tree_of_children("required", ast);
    case AstKind::Excluded:
      return tree_of_children("excluded", ast);
    case AstKind::Near:
      return tree_of_children(fmt::format("{}/{}", operator_of(ast.closeness).name, ast.distance), ast);
    case AstKind::Within:
      return tree_of_children(fmt::format("within {}", name_of(ast.unit)), ast);
  }
  return {};
}

}  // namespace nutgraf::parse
