// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/resolve.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iostream>
#include <iterator>
#include <limits>
#include <optional>
#include <span>
#include <utility>

#include "core/base/failure.h"
#include "core/base/standard_streams.h"
#include "core/base/utf8.h"
#include "core/language/names.h"
#include "core/schema/fields.h"
#include "core/schema/terms.h"
#include "query/bind/day_limits.h"
#include "query/bind/pattern_words.h"

namespace nutgraf::query {
namespace {

constexpr std::uint64_t kEverything = std::numeric_limits<std::uint32_t>::max();

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
  std::string text(std::istreambuf_iterator<char>(std::cin), {});
  require_standard_input_read();
  return without_line_end(std::move(text));
}

void require_utf8(const std::string& text) {
  if (const std::size_t valid = utf8::valid_length(text); valid < text.size()) {
    refuse(fmt::format("the query is not UTF-8: byte {} is wrong", valid + 1),
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
  const bool needed = !from_file && options.command != Command::Terms;
  if (needed && text.find_first_not_of(" \t\r\n") == std::string::npos) {
    refuse_missing_words(line);
  }
  require_utf8(text);
  return text;
}

void check_files(const cli::CommandLine& line, const QueryOptions& options) {
  const bool needs_queries = options.command == Command::Batch || options.command == Command::Eval;
  if (needs_queries && options.many.queries.empty()) {
    refuse(fmt::format("{} needs --queries FILE", line.command), line.usage);
  }
  if (options.command == Command::Eval && options.eval.qrels.empty()) {
    refuse("eval needs --qrels FILE", line.usage);
  }
}

void check_row_options(const OutputOptions& output) {
  const FormatName format = output.format.value_or(FormatName::Text);
  const bool delimited = format == FormatName::Csv || format == FormatName::Tsv;
  if (output.excel && !delimited) {
    refuse("--excel goes with csv and tsv", "add --format csv");
  }
  if (!output.fields.empty() && !delimited && format != FormatName::Json && format != FormatName::Jsonl) {
    refuse("--fields goes with json, jsonl, csv and tsv", "add --format csv");
  }
}

void check_paths(const OutputOptions& output) {
  if (output.zero_ends && !output.paths_only) {
    refuse("-0 goes with -l", "add -l");
  }
  if (output.paths_only && output.format) {
    refuse("-l prints paths only: it goes with no --format", "leave out --format, or use --fields origin.path");
  }
}

/// Those of the options that name days; nothing for any other.
std::optional<DaySpan> days_of(const Filter& filter) {
  if (filter.field == "since" || filter.field == "until") {
    const std::optional<DaySpan> days =
        filter.field == "since" ? read_since(filter.value, today()) : read_until(filter.value, today());
    if (!days) {
      refuse(fmt::format("{}: no such day", filter.typed), fmt::format("it takes {}", kDayLimits));
    }
    return days;
  }
  const schema::Field* field = schema::find_field(filter.field);
  const bool dated = field != nullptr && field->prefix == schema::kDayPrefix;
  return dated ? read_days(field->kind, filter.value) : std::nullopt;
}

/// Each two of them must have a day in common, and then all have.
void check_days(std::span<const Filter> filters) {
  for (const Filter& a : filters) {
    const std::optional<DaySpan> first = days_of(a);
    if (first && !common_days(*first, *first)) {
      refuse(fmt::format("{}: no day is in a range that begins after it ends", a.typed),
             "write the earlier date first");
    }
    for (const Filter& b : filters) {
      const std::optional<DaySpan> second = days_of(b);
      if (first && second && !common_days(*first, *second)) {
        refuse(fmt::format("no day meets both {} and {}", a.typed, b.typed), "leave one of them out or change it");
      }
    }
  }
}

/// Before an index is opened.
void check_languages(std::span<const Filter> filters) {
  for (const Filter& filter : filters) {
    if (filter.field == "lang" && !holds_wildcards(filter.value) && language::find_language(filter.value).empty()) {
      refuse(fmt::format("{}: there is no such language", filter.typed),
             "type a code or a name: en, zh, German, Deutsch; und for articles of unknown language");
    }
  }
}

std::uint64_t usual_limit(const QueryOptions& options) {
  switch (options.command) {
    case Command::Search:
    case Command::Batch:
    case Command::Similar:
      return options.output.format == FormatName::Trec ? 1000 : 10;
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
    case Command::Analyze:
    case Command::Explain:
      break;
  }
  return kEverything;
}

void fill_in(QueryOptions& options) {
  SearchRequest& request = options.request;
  const FormatName format = options.output.format.value_or(FormatName::Text);
  const bool people = format == FormatName::Text || format == FormatName::Html;
  request.limit = options.limit.value_or(usual_limit(options));
  request.match = options.match.value_or(MatchMode::Any);
  request.syntax = options.syntax.value_or(options.command == Command::Eval ? Syntax::Plain : Syntax::Full);
  const bool ranking_only = format == FormatName::Trec || options.command == Command::Eval;
  request.per_article = options.per_article.value_or(1);
  request.texts = ranking_only ? Texts::None : Texts::Full;
  if (ranking_only && request.totals == Totals::Bounded && request.limit > 0 && options.many.summary.empty()) {
    request.totals = Totals::None;
  }
  request.notes = people && !options.output.paths_only && !is_quiet(options) ? Notes::Counts : Notes::None;
}

}  // namespace

void resolve(QueryOptions& options, const cli::CommandLine& line) {
  options.command_name = line.command;
  options.words = join_words(options, line);
  check_files(line, options);
  check_row_options(options.output);
  check_paths(options.output);
  check_days(options.request.filters);
  check_languages(options.request.filters);
  fill_in(options);
}

}  // namespace nutgraf::query
