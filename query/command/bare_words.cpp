// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/bare_words.h"

#include <fmt/format.h>

#include <numeric>
#include <vector>

#include "core/cli/shell_word.h"
#include "query/bind/query_token.h"
#include "query/command/queries.h"
#include "query/parse/parse.h"

namespace nutgraf::query {
namespace {

/// Of how many bare words the reader must be told what they mean together. A long run of a script without spaces is
/// several.
std::size_t bare_words_of(const parse::Ast& ast) {
  switch (ast.kind) {
    case parse::AstKind::Word: {
      const std::vector<bind::QueryToken> tokens = bind::QueryTokenizer().read(ast.text);
      const bool is_run = ast.exactness == parse::Exactness::Classes && bind::is_long_run(tokens);
      return parse::is_lone_star(ast) || tokens.empty() ? 0 : is_run ? 2 : 1;
    }
    case parse::AstKind::Pattern:
    case parse::AstKind::Phrase:
      return 1;
    case parse::AstKind::Field:
    case parse::AstKind::And:
    case parse::AstKind::Or:
    case parse::AstKind::Not:
    case parse::AstKind::BestMatch:
    case parse::AstKind::Required:
    case parse::AstKind::Excluded:
    case parse::AstKind::Near:
    case parse::AstKind::Within:
      break;
  }
  return 0;
}

}  // namespace

bool has_several_words(const QueryOptions& options, const input::NamedQuery& query) {
  const parse::AstPtr ast =
      options.request.syntax == bind::Syntax::Plain ? parse::parse_plain(query.text) : parse::parse(query.text);
  if (ast->kind != parse::AstKind::BestMatch) {
    return bare_words_of(*ast) > 1;
  }
  return std::accumulate(ast->children.begin(), ast->children.end(), std::size_t{0},
                         [](std::size_t sum, const parse::AstPtr& child) { return sum + bare_words_of(*child); }) > 1;
}

void require_clear_words(const QueryOptions& options, const input::NamedQuery& query) {
  if (options.match || !has_several_words(options, query)) {
    return;
  }
  std::string forms;
  for (const std::string_view match : {"any", "all", "phrase"}) {
    forms += fmt::format("{}  nutgraf-query {} -i {} --match {} -- {}", forms.empty() ? "say which:\n" : "\n",
                         options.command_name, cli::shell_word(options.index), match, cli::shell_word(query.text));
  }
  throw Failure(ExitCode::Usage, fmt::format("`{}` may mean any of the words, all of them, or the phrase", query.text),
                forms);
}

std::function<void(search::Searcher&, const input::NamedQuery&)> clear_words_check(const QueryOptions& options) {
  return [&options, bind = bind_check(options)](search::Searcher& searcher, const input::NamedQuery& query) {
    require_clear_words(options, query);
    bind(searcher, query);
  };
}

}  // namespace nutgraf::query
