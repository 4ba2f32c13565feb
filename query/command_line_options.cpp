// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command_line_options.h"

#include <fmt/format.h>

#include <limits>

#include "core/base/failure.h"
#include "core/schema/fields.h"
#include "query/command_line_values.h"
#include "query/format/hit_row.h"

namespace nutgraf::query {
namespace {

using Options = QueryOptions;
using Value = std::string_view;
using values::Choice;

constexpr CommandSet kRanked = set_of(Command::Search) | set_of(Command::Batch);
constexpr CommandSet kRuns = kRanked | set_of(Command::Eval);
constexpr CommandSet kMatches = kRuns | set_of(Command::Count) | set_of(Command::Kwic) | set_of(Command::Explain);
constexpr CommandSet kMany = kRuns | set_of(Command::Count) | set_of(Command::Kwic);
constexpr CommandSet kRows = kMatches | set_of(Command::Terms) | set_of(Command::Analyze);
constexpr CommandSet kAll = std::numeric_limits<CommandSet>::max();

When when(Value option, Value text) {
  return values::choose<When>({option, "auto, always or never"}, text,
                              std::array{Choice<When>{"auto", When::Auto}, Choice<When>{"always", When::Always},
                                         Choice<When>{"never", When::Never}});
}

void set_format(Options& o, Value text) {
  o.output.format = find_format(text);
  if (!o.output.format) {
    values::refuse("--format", "text, md, json, jsonl, csv, tsv, trec or html", text);
  }
}

void set_match(Options& o, Value text) {
  o.match = values::choose<MatchMode>(
      {"--match", "any, all or phrase"}, text,
      std::array{Choice<MatchMode>{"any", MatchMode::Any}, Choice<MatchMode>{"all", MatchMode::All},
                 Choice<MatchMode>{"phrase", MatchMode::Phrase}});
}

void set_scope(Options& o, Value text) {
  o.request.scope = values::choose<Scope>(
      {"--scope", "passage or article"}, text,
      std::array{Choice<Scope>{"passage", Scope::Passage}, Choice<Scope>{"article", Scope::Article}});
}

void set_sort(Options& o, Value text) {
  o.request.sort = values::choose<SortBy>(
      {"--sort", "relevance, newest or oldest"}, text,
      std::array{Choice<SortBy>{"relevance", SortBy::Relevance}, Choice<SortBy>{"newest", SortBy::Newest},
                 Choice<SortBy>{"oldest", SortBy::Oldest}});
}

void set_unit(Options& o, Value text) {
  o.unit = values::choose<Unit>(
      {"--unit", "passages, articles or occurrences"}, text,
      std::array{Choice<Unit>{"passages", Unit::Passages}, Choice<Unit>{"articles", Unit::Articles},
                 Choice<Unit>{"occurrences", Unit::Occurrences}});
}

void set_context(Options& o, Value text) {
  if (text == "article") {
    o.context.whole_article = true;
    return;
  }
  o.context.passages = static_cast<std::uint32_t>(values::whole_number("--context", text, {0, 1000}));
}

void add_fields(Options& o, Value text) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const Value field = text.substr(begin, end - begin);
    if (!is_hit_field(field)) {
      throw Failure(ExitCode::Usage, fmt::format("there is no field `{}` to write", field),
                    fmt::format("fields: {}", hit_field_names()));
    }
    o.output.fields.emplace_back(field);
    begin = end + 1;
  }
}

void add_filter(Options& o, Value field, Value value) {
  o.request.filters.push_back({std::string(field), std::string(value)});
}

void add_where(Options& o, Value text) {
  const std::size_t equals = text.find('=');
  if (equals == Value::npos || equals == 0 || equals + 1 == text.size()) {
    values::refuse("--where", fmt::format("field=value (fields: {})", schema::field_names()), text);
  }
  add_filter(o, text.substr(0, equals), text.substr(equals + 1));
}

constexpr std::array
    kOptions =
        {
            OptionSpec{"-i,--index", "DIR", "the index", kAll, [](Options& o, Value v) { o.index = v; }},
            // What is found
            OptionSpec{"-n,--limit", "N", "at most N rows", kRows,
                       [](Options& o, Value v) { o.limit = values::whole_number("--limit", v, {}); }},
            OptionSpec{"--offset", "N", "leave out the first N rows", kRanked,
                       [](Options& o, Value v) { o.request.offset = values::whole_number("--offset", v, {}); }},
            OptionSpec{"--match", "any|all|phrase", "how words side by side are read", kMatches, set_match},
            OptionSpec{"-p,--phrase", "", "same as --match phrase", kMatches,
                       [](Options& o, Value) { o.match = MatchMode::Phrase; }},
            OptionSpec{"--plain", "", "the query is words only, no syntax", kMatches,
                       [](Options& o, Value) { o.syntax = Syntax::Plain; }},
            OptionSpec{"--no-plain", "", "the query has syntax, also in eval", kMatches,
                       [](Options& o, Value) { o.syntax = Syntax::Full; }},
            OptionSpec{"--scope", "passage|article", "where operators apply", kMatches, set_scope},
            OptionSpec{"--since", "DATE", "not before this day, month or year", kMatches,
                       [](Options& o, Value v) { add_filter(o, "since", v); }},
            OptionSpec{"--until", "DATE", "not after this day, month or year", kMatches,
                       [](Options& o, Value v) { add_filter(o, "until", v); }},
            OptionSpec{"--source", "NAME", "only from this source", kMatches,
                       [](Options& o, Value v) { add_filter(o, "source", v); }},
            OptionSpec{"--lang", "LL", "only in this language", kMatches,
                       [](Options& o, Value v) { add_filter(o, "lang", v); }},
            OptionSpec{"--where", "FIELD=VALUE", "only where a field has this value", kMatches, add_where},
            OptionSpec{
                "--per-article", "N", "at most N passages an article", kRuns,
                [](Options& o, Value v) {
                  o.per_article = static_cast<std::uint32_t>(values::whole_number("--per-article", v, {1, 0xFFFFFFFF}));
                }},
            OptionSpec{"--all-copies", "", "near-copies of an article too", kRuns,
                       [](Options& o, Value) { o.request.copies = Copies::All; }},
            OptionSpec{"--sort", "relevance|newest|oldest", "order of the rows", kRanked, set_sort},
            OptionSpec{"--exact-total", "", "count every match", kRanked,
                       [](Options& o, Value) { o.request.totals = Totals::Exact; }},
            OptionSpec{"--k1", "X", "BM25: how soon repetition stops counting", kRuns,
                       [](Options& o, Value v) {
                         o.request.k1 = values::real_number("--k1", v, {0.001, 1000});
                       }},
            OptionSpec{"--b", "X", "BM25: how much length counts", kRuns,
                       [](Options& o, Value v) {
                         o.request.b = values::real_number("--b", v, {0, 1});
                       }},
            OptionSpec{"--unit", "passages|articles|occurrences", "print this one number", set_of(Command::Count),
                       set_unit},
            // How it is shown
            OptionSpec{"-f,--format", "NAME", "text, md, json, jsonl, csv, tsv, trec or html", kAll, set_format},
            OptionSpec{"-o,--output", "FILE", "write there, whole or not at all", kAll,
                       [](Options& o, Value v) { o.output.file = v; }},
            OptionSpec{"--fields", "A,B,...", "which fields of a row, in which order", kRanked, add_fields},
            OptionSpec{"-C,--context", "N|article", "passages around each", kRanked, set_context},
            OptionSpec{"-l,--files", "", "only the paths that were read", kRanked,
                       [](Options& o, Value) { o.output.paths_only = true; }},
            OptionSpec{"-0,--null", "", "with -l: a zero byte after each path", kRanked,
                       [](Options& o, Value) { o.output.zero_ends = true; }},
            OptionSpec{"--explain", "", "every part of each score", kRanked,
                       [](Options& o, Value) { o.request.explain = Explain::Yes; }},
            OptionSpec{"--excel", "", "csv and tsv for spreadsheets: BOM, CRLF, no formulas", kRows,
                       [](Options& o, Value) { o.output.excel = true; }},
            OptionSpec{"--origin", "", "only its path or URL", set_of(Command::Show),
                       [](Options& o, Value) { o.origin_only = true; }},
            OptionSpec{"--width", "N", "columns of text", kAll,
                       [](Options& o, Value v) { o.output.width = values::whole_number("--width", v, {20, 10000}); }},
            OptionSpec{"--color", "auto|always|never", "colours", kAll,
                       [](Options& o, Value v) { o.output.color = when("--color", v); }},
            OptionSpec{"--pager", "auto|always|never", "show through less", kAll,
                       [](Options& o, Value v) { o.output.pager = when("--pager", v); }},
            OptionSpec{"--progress", "auto|always|never", "a progress line", kAll,
                       [](Options& o, Value v) { o.output.progress = when("--progress", v); }},
            OptionSpec{"-q,--quiet", "", "no notes on standard error", kAll,
                       [](Options& o, Value) { o.output.quiet = true; }},
            OptionSpec{"--ok-empty", "", "exit 0 also when nothing is found", kAll,
                       [](Options& o, Value) { o.ok_empty = true; }},
            // Many queries
            OptionSpec{"--queries", "FILE", "one query a line, `qid<TAB>query` or `query`; - = standard input", kMany,
                       [](Options& o, Value v) { o.many.queries = v; }},
            OptionSpec{"--qrels", "FILE", "judgments: qid 0 docno grade", set_of(Command::Eval),
                       [](Options& o, Value v) { o.qrels = v; }},
            OptionSpec{"--per-query", "", "measures of every query too", set_of(Command::Eval),
                       [](Options& o, Value) { o.per_query = true; }},
            OptionSpec{"--keep-going", "", "answer the other queries of a file that has wrong ones", kMany,
                       [](Options& o, Value) { o.many.keep_going = true; }},
            OptionSpec{"--summary", "FILE", "write qid and hits of every query", kMany,
                       [](Options& o, Value v) { o.many.summary = v; }},
            OptionSpec{"--timings", "FILE", "write qid, hits and microseconds of every query", kMany,
                       [](Options& o, Value v) { o.many.timings = v; }},
            OptionSpec{"--repeat", "N", "ask each query N times; --timings has the best", kMany,
                       [](Options& o, Value v) {
                         o.many.repeat = static_cast<unsigned>(values::whole_number("--repeat", v, {1, 1000000}));
                       }},
            OptionSpec{"-j,--threads", "N", "queries at the same time; 0 = as the machine has cores", kAll,
                       [](Options& o, Value v) {
                         o.many.threads = static_cast<unsigned>(values::whole_number("--threads", v, {0, 1024}));
                       }},
};

}  // namespace

std::span<const OptionSpec> option_specs() {
  return kOptions;
}

std::string_view long_name(const OptionSpec& option) {
  return option.names.substr(option.names.find("--"));
}

}  // namespace nutgraf::query
