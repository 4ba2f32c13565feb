// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command/bare_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "query/command/queries.h"
#include "query/command_line_commands.h"
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

std::string shell_quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    out += c == '\'' ? "'\\''" : std::string(1, c);
  }
  return out + "'";
}

std::string name_of(Command command) {
  const auto all = commands();
  return std::string(
      std::find_if(all.begin(), all.end(), [&](const CommandSpec& c) { return c.command == command; })->name);
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
                         name_of(options.command), shell_quoted(options.index), match, shell_quoted(query.text));
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
