// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command_line_checks.h"

#include <fmt/format.h>

#include <limits>
#include <optional>
#include <span>

#include "core/base/failure.h"
#include "core/language/names.h"
#include "core/schema/fields.h"
#include "core/schema/terms.h"
#include "query/bind/day_limits.h"
#include "query/bind/pattern_words.h"

namespace nutgraf::query {
namespace {

constexpr std::uint64_t kEverything = std::numeric_limits<std::uint32_t>::max();

bool has_word(std::string_view list, std::string_view word) {
  return fmt::format(" {} ", list).find(fmt::format(" {} ", word)) != std::string::npos;
}

std::string with_commas(std::string_view list) {
  std::string out;
  for (const char c : list) {
    out += c == ' ' ? ", " : std::string(1, c);
  }
  return out;
}

[[noreturn]] void refuse(const std::string& message, const std::string& advice) {
  throw Failure(ExitCode::Usage, message, advice);
}

void check_files(const CommandSpec& command, const QueryOptions& options) {
  const bool needs_queries = command.command == Command::Batch || command.command == Command::Eval;
  if (needs_queries && options.many.queries.empty()) {
    refuse(fmt::format("{} needs --queries FILE", command.name),
           fmt::format("nutgraf-query {} {}", command.name, synopsis(command)));
  }
  if (command.command == Command::Eval && options.eval.qrels.empty()) {
    refuse("eval needs --qrels FILE", "nutgraf-query eval INDEX --queries FILE --qrels FILE");
  }
}

void check_format(const CommandSpec& command, FormatName format) {
  if (!has_word(command.formats, to_string(format))) {
    refuse(fmt::format("{} has no format {}", command.name, to_string(format)),
           fmt::format("formats of {}: {}", command.name, with_commas(command.formats)));
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

}  // namespace

CommandSpec with_queries(const CommandSpec& command, const QueryOptions& options) {
  CommandSpec asked = command;
  if (!options.many.queries.empty()) {
    asked.words = Words::None;
  }
  return asked;
}

void check_options(const CommandSpec& command, const QueryOptions& options) {
  check_files(command, options);
  check_format(command, options.output.format.value_or(FormatName::Text));
  check_row_options(options.output);
  check_paths(options.output);
  check_days(options.request.filters);
  check_languages(options.request.filters);
}

void settle_options(QueryOptions& options) {
  search::Request& request = options.request;
  const FormatName format = options.output.format.value_or(FormatName::Text);
  const bool people = format == FormatName::Text || format == FormatName::Html;
  request.limit = options.limit.value_or(usual_limit(options));
  request.match = options.match.value_or(MatchMode::Any);
  request.syntax = options.syntax.value_or(options.command == Command::Eval ? Syntax::Plain : Syntax::Full);
  request.per_article = options.per_article.value_or(1);
  const bool ranking_only = format == FormatName::Trec || options.command == Command::Eval;
  request.texts = ranking_only ? search::Texts::None : search::Texts::Full;
  if (ranking_only && request.totals == search::Totals::Bounded && request.limit > 0 && options.many.summary.empty()) {
    request.totals = search::Totals::None;
  }
  request.notes = people && !options.output.paths_only && !options.output.quiet ? search::Notes::Counts : search::Notes::None;
}

}  // namespace nutgraf::query
