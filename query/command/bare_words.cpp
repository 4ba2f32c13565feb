// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/bare_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/cli/shell_word.h"
#include "query/command/queries.h"
#include "query/parse/parse.h"

namespace nutgraf::query {
namespace {

bool is_bare(const AstPtr& child) {
  switch (child->kind) {
    case AstKind::Word:
    case AstKind::Pattern:
    case AstKind::Phrase:
      return true;
    case AstKind::Field:
    case AstKind::And:
    case AstKind::Or:
    case AstKind::Not:
    case AstKind::Best:
    case AstKind::Required:
    case AstKind::Excluded:
    case AstKind::Near:
    case AstKind::Within:
      break;
  }
  return false;
}

}  // namespace

bool has_several_words(const QueryOptions& options, const NamedQuery& query) {
  const AstPtr ast = options.request.syntax == Syntax::Plain ? parse_plain(query.text) : parse(query.text);
  return ast->kind == AstKind::Best && std::count_if(ast->children.begin(), ast->children.end(), is_bare) > 1;
}

void require_clear_words(const QueryOptions& options, const NamedQuery& query) {
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

std::function<void(search::Searcher&, const NamedQuery&)> clear_words_check(const QueryOptions& options) {
  return [&options, bind = bind_check(options)](search::Searcher& searcher, const NamedQuery& query) {
    require_clear_words(options, query);
    bind(searcher, query);
  };
}

}  // namespace nutgraf::query
