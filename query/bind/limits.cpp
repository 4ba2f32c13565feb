// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bind/limits.h"

#include <fmt/format.h>

#include "core/base/ascii.h"
#include "core/text/analyzer.h"
#include "query/parse/query_error.h"

namespace nutgraf::bind {
namespace {

class Counter {
 public:
  Counter(std::string_view query, std::size_t most) : query_(query), most_(most) {}

  void visit(const parse::Ast& ast) {
    if (ast.kind == parse::AstKind::Word || ast.kind == parse::AstKind::Phrase) {
      words(ast);
    } else if (ast.kind == parse::AstKind::Pattern || ast.kind == parse::AstKind::Field) {
      add(ast.span.begin);
    }
    for (const parse::AstPtr& child : ast.children) {
      visit(*child);
    }
  }

 private:
  void words(const parse::Ast& ast) {
    analyzer_.analyze(ast.text, scratch_, analysis_);
    const std::size_t found = query_.find(ast.text, ast.span.begin);  // not where quotes were left out of it
    const std::size_t begin = found == std::string_view::npos ? ast.span.begin : found;
    for (const Token& token : analysis_.tokens) {
      if (token.kind == TokenKind::Word) {
        add(begin + token.span.begin);
      }
    }
  }

  void add(std::size_t byte) {
    if (++count_ > most_) {
      throw parse::QueryError(query_, byte,
                              fmt::format("the query has more than {} words and clauses", fmt::group_digits(most_)),
                              "shorten it, or allow more with --max-clauses N");
    }
  }

  std::string_view query_;
  std::size_t most_;
  std::size_t count_ = 0;
  Analyzer analyzer_;
  Analyzer::Scratch scratch_;
  Analysis analysis_;
};

}  // namespace

void require_few_clauses(std::string_view query, const parse::Ast& ast, std::size_t most) {
  if (query.size() > most) {  // each takes a byte
    Counter(query, most).visit(ast);
  }
}

}  // namespace nutgraf::bind
