// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/resolve.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

#include "core/base/failure.h"
#include "core/base/file_reader.h"
#include "core/base/utf8.h"
#include "query/bind/filter.h"
#include "query/command/saved_search.h"

namespace nutgraf::query {
namespace {

[[noreturn]] void refuse(const std::string& message, const std::string& advice) {
  throw Failure(ExitCode::Usage, message, advice);
}

std::string without_line_end(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) {
    text.pop_back();
  }
  return text;
}

std::string standard_input() {
  return without_line_end(read_whole("-"));
}

void require_utf8(const std::string& text) {
  if (const std::size_t valid = utf8::valid_length(text); valid < text.size()) {
    refuse(fmt::format("the query is not UTF-8: byte {} is invalid", valid + 1),
           "convert it, for example with iconv -t UTF-8");
  }
}

/// "search: no query given"
[[noreturn]] void refuse_missing_words(const cli::CommandLine& line) {
  const std::string name = line.usage.substr(line.usage.rfind(' ') + 1);
  const std::string taken = line.taken.empty() ? "" : fmt::format(" (`{}` was read as INDEX)", line.taken);
  refuse(fmt::format("{}: no {} given", line.command, name == "QUERY" ? "query" : name), line.usage + taken);
}

/// The words as one text, joined by spaces; a single `-` before `--` means standard input.
std::string join_words(const QueryOptions& options, const cli::CommandLine& line) {
  const bool from_input = line.words == std::vector<std::string>{"-"} && line.rest.empty();
  std::vector<std::string> words = line.words;
  words.insert(words.end(), line.rest.begin(), line.rest.end());
  const bool from_file =
      !options.many.queries.empty() || options.command == Command::Batch || options.command == Command::Eval;
  if (from_file && !words.empty()) {
    refuse(fmt::format("{} takes its queries from a file: unexpected argument `{}`", line.command, words.front()),
           fmt::format("nutgraf-query {} INDEX --queries FILE", line.command));
  }
  std::string text = from_input ? standard_input() : fmt::format("{}", fmt::join(words, " "));
  const bool needed = !from_file && options.command != Command::Terms && options.command != Command::Ngrams;
  if (needed && text.find_first_not_of(" \t\r\n") == std::string::npos) {
    refuse_missing_words(line);
  }
  require_utf8(text);
  return text;
}

void check_files(const cli::CommandLine& line, const QueryOptions& options) {
  const bool measures_run = !options.eval.run.empty();
  if (measures_run && !options.many.queries.empty()) {
    refuse("--run takes its rankings from a file, --queries asks an index for them", "leave one of them out");
  }
  const bool needs_queries = options.command == Command::Batch || (options.command == Command::Eval && !measures_run);
  if (needs_queries && options.many.queries.empty()) {
    refuse(fmt::format("{} needs --queries FILE", line.command), line.usage);
  }
  if (options.command == Command::Eval && options.eval.qrels.empty()) {
    refuse("eval needs --qrels FILE", line.usage);
  }
}

void check_row_options(const OutputOptions& output) {
  const format::FormatName format = output.format.value_or(kUsualFormat);
  const bool delimited = format == format::FormatName::Csv || format == format::FormatName::Tsv;
  if (output.excel && !delimited) {
    refuse("--excel needs csv or tsv", "add --format csv");
  }
  if (!output.fields.empty() && !delimited && format != format::FormatName::Json &&
      format != format::FormatName::Jsonl) {
    refuse("--fields needs json, jsonl, csv or tsv", "add --format csv");
  }
}

void check_saved(QueryOptions& options, const cli::CommandLine& line) {
  SavedOptions& saved = options.saved;
  if (!saved.save.empty() && !options.many.queries.empty()) {
    refuse("--save keeps one query, not those of a file", "leave out --queries");
  }
  if (!saved.save.empty()) {
    require_search_name(saved.save);
  }
  for (const std::string& option : line.options) {
    const bool is_own = option == "--new" || option.starts_with("--save=") || option.starts_with("--index=");
    if (!is_own) {
      saved.options.push_back(option);
    }
  }
}

void check_paths(const OutputOptions& output) {
  if (output.zero_ends && !output.paths_only) {
    refuse("-0 needs -l", "add -l");
  }
  if (output.paths_only && output.format) {
    refuse("-l prints paths only and takes no --format", "leave out --format, or use --fields origin.path");
  }
}

/// All words are paths of indexes.
void name_indexes(QueryOptions& options, const cli::CommandLine& line) {
  std::vector<std::string>& indexes = options.serve.indexes;
  indexes = {options.index};
  indexes.insert(indexes.end(), line.words.begin(), line.words.end());
  indexes.insert(indexes.end(), line.rest.begin(), line.rest.end());
}

/// Does a view show all matches, where search shows the best?
bool counts(Command command) {
  return usual_limit(command, kUsualFormat) == kAllRows && command != Command::Explain;
}

void fill_in(QueryOptions& options) {
  search::Request& request = options.request;
  const format::FormatName format = format_of(options);
  const bool people = format == format::FormatName::Text || format == format::FormatName::Html;
  const bool wants_all = options.output.paths_only || options.saved.only_new;
  request.limit = options.limit.value_or(wants_all ? kAllRows : usual_limit(options.command, format));
  request.match = options.match.value_or(request.match);
  request.elision = counts(options.command) ? bind::Elision::Kept : bind::Elision::Dropped;
  request.syntax = options.syntax.value_or(options.command == Command::Eval ? bind::Syntax::Plain : bind::Syntax::Full);
  const bool ranking_only = format == format::FormatName::Trec || options.command == Command::Eval;
  const bind::Limits usual = usual_limits(options.command);
  request.limits.pattern_words = options.max_expansions.value_or(usual.pattern_words);
  request.limits.pattern_words_in_phrase = options.max_expansions.value_or(usual.pattern_words_in_phrase);
  request.per_article = options.per_article.value_or(request.per_article);
  if (ranking_only) {
    request.copies = search::Copies::All;  // judgments name each of them
  }
  request.texts = ranking_only ? search::Texts::None : search::Texts::Full;
  if (ranking_only && request.totals == search::Totals::Bounded && request.limit > 0 && options.many.summary.empty()) {
    request.totals = search::Totals::None;
  }
  request.notes =
      people && !options.output.paths_only && !is_quiet(options) ? search::Notes::Counts : search::Notes::None;
}

}  // namespace

std::uint64_t usual_limit(Command command, format::FormatName format) {
  switch (command) {
    case Command::Search:
    case Command::Batch:
    case Command::Similar:
      return format == format::FormatName::Trec ? 1000 : 10;
    case Command::Eval:
      return 1000;
    case Command::Show:
    case Command::Count:
    case Command::Kwic:
    case Command::Trend:
    case Command::Facets:
    case Command::Collocates:
    case Command::Compare:
    case Command::Terms:
    case Command::Ngrams:
    case Command::Analyze:
    case Command::Explain:
    case Command::Serve:
      break;
  }
  return kAllRows;
}

bind::Limits usual_limits(Command command) {
  bind::Limits limits;
  if (usual_limit(command, kUsualFormat) == kAllRows) {  // nothing is ranked
    limits.pattern_words = 100'000;
    limits.pattern_words_in_phrase = 10'000;
  }
  return limits;
}

void resolve(QueryOptions& options, const cli::CommandLine& line) {
  options.command_name = line.command;
  if (options.command == Command::Serve) {
    name_indexes(options, line);
    return;
  }
  options.words = join_words(options, line);
  check_files(line, options);
  check_row_options(options.output);
  check_paths(options.output);
  check_saved(options, line);
  if (line.implied_index) {  // show 3: of the last search
    options.show_numbers = Numbers::Results;
  }
  bind::require_common_days(options.request.filters);
  fill_in(options);
}

}  // namespace nutgraf::query
