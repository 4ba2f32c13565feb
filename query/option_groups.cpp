// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/option_groups.h"

#include <fmt/format.h>

#include "core/base/failure.h"
#include "core/base/nearest_name.h"
#include "core/cli/program.h"
#include "core/schema/fields.h"
#include "query/bind/filter.h"
#include "query/format/hit_row.h"

namespace nutgraf::query {
namespace {

using cli::one_of;
using cli::whole_number;
using format::Shape;
using Options = QueryOptions;

void add_fields(Options& o, const std::string& text, const FieldSet& known) {
  for (const std::string& field : cli::split_list(text)) {
    if (!known.holds(field)) {
      throw Failure(ExitCode::Usage, fmt::format("there is no field `{}` to write", field),
                    fmt::format("{}fields: {}", did_you_mean("", nearest_name(field, known.keys())), known.names()));
    }
    if (std::ranges::find(o.output.fields, field) == o.output.fields.end()) {
      o.output.fields.push_back(field);
    }
  }
}

std::string expansions_text(const bind::Limits& limits) {
  return fmt::format("{}; {} in a phrase", limits.pattern_words, limits.pattern_words_in_phrase);
}

}  // namespace

std::string limit_text(std::uint64_t limit) {
  return limit == kAllRows ? "all" : std::to_string(limit);
}

void matching(CLI::App& app, Options& o) {
  app.option_defaults()->group("What matches");
  const cli::Choices<bind::MatchMode> modes = {
      {"any", bind::MatchMode::Any}, {"all", bind::MatchMode::All}, {"phrase", bind::MatchMode::Phrase}};
  app.add_option("--match", o.match, "which of the bare words must match: any, all, or all as a phrase")
      ->transform(one_of(modes))
      ->default_str(name_among(modes, o.request.match));
  app.add_flag_callback(
      "-p,--phrase", [&o] { o.match = bind::MatchMode::Phrase; }, "shorthand for --match phrase");
  app.add_flag_callback(
      "--plain", [&o] { o.syntax = bind::Syntax::Plain; }, "read the query as words only, without syntax");
  app.add_flag_callback(
      "--no-plain", [&o] { o.syntax = bind::Syntax::Full; },
      "read the query's syntax; eval does so only with this option");
  add_choice(app, "--scope", o.request.scope, "what operators apply to: each passage, or the article as a whole",
             {{"passage", bind::Scope::Passage}, {"article", bind::Scope::Article}});
  app.add_option("--max-clauses", o.request.limits.clauses, "refuse queries of more than N words and clauses")
      ->transform(whole_number({1, 1'000'000}))
      ->capture_default_str();
  app.add_option("--max-expansions", o.max_expansions, "let a pattern match N words of the index, in phrases too")
      ->transform(whole_number({1, 10'000'000}))
      ->default_str(expansions_text(usual_limits(o.command)));
}

void filters(CLI::App& app, Options& o) {
  app.option_defaults()->group("Filters (repeatable)");
  std::vector<bind::Filter>& filters = o.request.filters;
  app.add_option_function<std::string>(
         "--since", [&filters](const std::string& value) { filters.push_back(bind::since_filter(value)); },
         "only articles from this day, month or year on; 7d, 2w, 3m and 1y count back from today")
      ->type_name("DATE");
  app.add_option_function<std::string>(
         "--until", [&filters](const std::string& value) { filters.push_back(bind::until_filter(value)); },
         "only articles up to this day, month or year; 7d, 2w, 3m and 1y count back from today")
      ->type_name("DATE");
  const auto add_field = [&](const std::string& name, const std::string& takes, const std::string& help) {
    const auto take = [&filters, name](const std::string& value) {
      filters.push_back(bind::field_filter(name, value, fmt::format("--{} {}", name, value)));
    };
    app.add_option_function<std::string>("--" + name, take, help)->type_name(takes);
  };
  add_field("source", "NAME", "only articles from this source; given again: or from that");
  add_field("lang", "LL", "only articles in this language: a code or a name; given again: or in that");
  app.add_option_function<std::string>(
         "--where",
         [&filters](const std::string& text) {
           const auto [name, value] = cli::split_pair(text);
           filters.push_back(bind::field_filter(name, value, fmt::format("--where {}", text)));
         },
         "only articles with this value of a field; * and ? are wildcards")
      ->transform(cli::pair("FIELD=VALUE", fmt::format(" (fields: {})", schema::field_names())));
}

void ranking(CLI::App& app, Options& o) {
  app.option_defaults()->group("Ranking");
  app.add_option("--per-article", o.per_article, "show at most N passages per article")
      ->transform(whole_number({1}))
      ->default_str(std::to_string(o.request.per_article));
  app.add_flag_callback(
      "--all-copies", [&o] { o.request.copies = search::Copies::All; }, "show near-duplicate articles too");
  add_choice(app, "--rank", o.request.rank, "bm25 ranks by words alone, without proximity, titles and word forms",
             {{"full", search::RankBy::Full}, {"bm25", search::RankBy::Words}});
  constexpr search::rank::RankingParameters kUsual;
  app.add_option("--k1", o.request.k1, "BM25 parameter: the lower, the sooner repeated words stop adding to the score")
      ->transform(cli::real_number({0.001, 1000}))
      ->default_str(fmt::format("{}", kUsual.k1));
  app.add_option("--b", o.request.b, "BM25 parameter: how much longer passages are marked down")
      ->transform(cli::real_number({0, 1}))
      ->default_str(fmt::format("{}", kUsual.b));
}

void expansion(CLI::App& app, Options& o) {
  app.option_defaults()->group("Ranking");
  app.add_flag_callback(
      "--expand", [&o] { o.request.feedback = search::Feedback::Expand; },
      "add words of the top passages to the query");
}

void fields(CLI::App& app, Options& o, const FieldSet& known) {
  app.add_option_function<std::string>(
         "--fields", [&o, known](const std::string& text) { add_fields(o, text, known); },
         "fields to write, in this order")
      ->type_name("A,B,...");
}

void hits(CLI::App& app, Options& o) {
  app.option_defaults()->group("Hits");
  app.add_option("--offset", o.request.offset, "skip the first N rows")
      ->transform(whole_number())
      ->capture_default_str();
  add_choice(
      app, "--sort", o.request.sort,
      "order of rows; -date is newest first. Without --match, sorting by date requires all words",
      {{"relevance", search::SortBy::Relevance}, {"date", search::SortBy::Oldest}, {"-date", search::SortBy::Newest}});
  app.add_flag_callback(
      "--exact-total", [&o] { o.request.totals = search::Totals::Exact; }, "count all matches, however many there are");
  app.add_flag_callback(
      "--explain", [&o] { o.request.explain = search::Explain::Yes; }, "show the parts of each score");
  fields(app, o, {format::is_hit_field, format::hit_keys, format::hit_field_names});
  app.add_option_function<std::uint64_t>(
         "-C,--context",
         [&o](const std::uint64_t& count) {
           o.context.whole_article = o.context.whole_article || count == kAllRows;
           o.context.passages = count == kAllRows ? o.context.passages : static_cast<std::uint32_t>(count);
         },
         "show N passages before and after each hit, or its whole article")
      ->transform(whole_number({0, 1000, "article", kAllRows}));
  app.add_flag("-l,--files", o.output.paths_only, "print only the paths of articles with hits");
  app.add_flag("-0,--null", o.output.zero_ends, "with -l, print a NUL byte after each path");
}

void many_queries(CLI::App& app, Options& o) {
  app.option_defaults()->group("Many queries");
  app.add_option("--queries", o.many.queries,
                 "read queries from FILE, one per line: `qid<TAB>query` or `query`; - is standard input")
      ->type_name("FILE");
  app.add_flag("--keep-going", o.many.keep_going, "report invalid queries and go on with the others");
  app.add_option("--summary", o.many.summary, "write the qid and number of hits of each query to FILE")
      ->type_name("FILE");
  app.add_option("--timings", o.many.timings, "write the qid, number of hits and microseconds of each query to FILE")
      ->type_name("FILE");
  app.add_option("--repeat", o.many.repeat, "run each query N times; --timings has the fastest run")
      ->transform(whole_number({1, 1000000}))
      ->capture_default_str();
}

void rows(CLI::App& app, Options& o, const std::string& usual) {
  app.option_defaults()->group("Output");
  app.add_option("-n,--limit", o.limit, "print at most N rows")
      ->transform(whole_number({0, kAllRows, "all", kAllRows}))
      ->default_str(usual);
  app.add_flag("--excel", o.output.excel, "with csv and tsv: BOM, CRLF and no formulas, for spreadsheets");
}

void output(CLI::App& app, Options& o, Shape shape) {
  cli::Choices<format::FormatName> names;
  for (const format::FormatRow& row : format::kFormats) {
    if (takes(shape, row.format)) {
      names.emplace_back(row.name, row.format);
    }
  }
  app.option_defaults()->group("Output");
  app.add_option("-f,--format", o.output.format, "output format")
      ->transform(one_of(names))
      ->default_str(std::string(to_string(kUsualFormat)));
  app.add_option("-o,--output", o.output.file, "write to FILE, which is replaced only when all is written")
      ->type_name("FILE");
  app.add_option("--width", o.output.width,
                 fmt::format("columns of text output (default: those of the terminal, else {})", kUsualWidth))
      ->transform(whole_number({20, 10000}));
  app.option_defaults()->group("Options");
  cli::add_index_option(app, [&o](const std::string& index) { o.index = index; });
  app.add_option("-j,--threads", o.many.threads, "run N queries in parallel; 0 = one per core")
      ->transform(whole_number({0, 1024}))
      ->capture_default_str();
  app.add_flag("--ok-empty", o.ok_empty, "exit with 0 even if nothing is found");
  cli::add_console_options(app, o.console);
}

}  // namespace nutgraf::query
