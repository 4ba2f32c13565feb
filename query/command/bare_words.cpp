// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/bare_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/cli/shell_word.h"
#include "query/bind/query_token.h"
#include "query/command/queries.h"
#include "query/parse/parse.h"

namespace nutgraf::query {
namespace {

bool is_bare(const parse::AstPtr& child) {
  switch (child->kind) {
    case parse::AstKind::Word:
      return !parse::is_lone_star(*child) && !bind::QueryTokenizer().read(child->text).empty();
    case parse::AstKind::Pattern:
    case parse::AstKind::Phrase:
      return true;
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
  return false;
}

}  // namespace

bool has_several_words(const QueryOptions& options, const input::NamedQuery& query) {
  const parse::AstPtr ast =
      options.request.syntax == bind::Syntax::Plain ? parse::parse_plain(query.text) : parse::parse(query.text);
  return ast->kind == parse::AstKind::BestMatch &&
         std::count_if(ast->children.begin(), ast->children.end(), is_bare) > 1;
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
