// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/utf8.h"
#include "core/index/class_table.h"
#include "core/text/analyzer.h"
#include "core/text/stem_classes.h"
#include "core/text/token_names.h"
#include "query/command/commands.h"
#include "query/command/opened_index.h"
#include "query/command/table.h"

namespace nutgraf::query {
namespace {

// The words that a query for `word` finds too, in any language of the index.
std::vector<std::string> relatives(const OpenIndex& index, ClassKeys& keys, const std::string& word) {
  std::vector<std::string> found;
  for (const LanguageCount& language : index.contract.languages) {
    const std::string key = class_metadata_key(language.language, keys.key(language.language, word));
    for (std::string& member : decode_list(metadata(index, key))) {
      if (member != word) {
        found.push_back(std::move(member));
      }
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace

ExitCode run_analyze(const QueryOptions& options, const Console& console) {
  const OpenedIndex opened(options, console);
  const OpenIndex& index = opened.index();
  const std::string_view text = options.words;
  Analyzer::Scratch scratch;
  Analysis analysis;
  Analyzer().analyze(text, scratch, analysis);
  ClassKeys keys;
  Table table(options, console, {"word", "written", "start", "end", "position", "kind", "class"});
  for (const Token& token : analysis.tokens) {
    const std::string word(analysis.term(token));
    format::Row row = format::Row::object();
    row["word"] = word;
    row["written"] = std::string(text.substr(token.span.begin, token.span.end - token.span.begin));
    row["start"] = utf8::count(text.substr(0, token.span.begin));
    row["end"] = utf8::count(text.substr(0, token.span.end));
    row["position"] = token.position.value;
    row["kind"] = name_of(token.kind);
    const bool has_class = token.kind == TokenKind::Word || token.kind == TokenKind::Variant;
    row["class"] =
        fmt::format("{}", fmt::join(has_class ? relatives(index, keys, word) : std::vector<std::string>(), " "));
    table.add(row);
  }
  table.finish();
  return table.rows() > 0 || options.ok_empty ? ExitCode::Done : ExitCode::NothingFound;
}

}  // namespace nutgraf::query
