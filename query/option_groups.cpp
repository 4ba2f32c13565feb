// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/option_groups.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <limits>

#include "core/base/failure.h"
#include "core/base/nearest_name.h"
#include "core/cli/program.h"
#include "core/cli/values.h"
#include "core/schema/fields.h"
#include "query/bind/filter.h"
#include "query/format/hit_row.h"

namespace nutgraf::query {
namespace {

using cli::one_of;
using cli::whole_number;
using Options = QueryOptions;

constexpr std::uint64_t kAll = std::numeric_limits<std::uint32_t>::max();

void matching(CLI::App& app, Options& o) {
  app.option_defaults()->group("What matches");
  app.add_option("--match", o.match, "what bare words side by side must do")
      ->transform(one_of<bind::MatchMode>(
          {{"any", bind::MatchMode::Any}, {"all", bind::MatchMode::All}, {"phrase", bind::MatchMode::Phrase}}))
      ->default_str("any");
  app.add_flag_callback(
      "-p,--phrase", [&o] { o.match = bind::MatchMode::Phrase; }, "same as --match phrase");
  app.add_flag_callback(
      "--plain", [&o] { o.syntax = bind::Syntax::Plain; }, "the query is words only, no syntax");
  app.add_flag_callback(
      "--no-plain", [&o] { o.syntax = bind::Syntax::Full; }, "the query has syntax, also in eval");
  app.add_option("--scope", o.request.scope, "where operators apply")
      ->transform(one_of<bind::Scope>({{"passage", bind::Scope::Passage}, {"article", bind::Scope::Article}}))
      ->default_str("passage");
}

void filters(CLI::App& app, Options& o) {
  app.option_defaults()->group("Filters (repeatable)");
  std::vector<bind::Filter>& filters = o.request.filters;
  app.add_option_function<std::string>(
         "--since", [&filters](const std::string& value) { filters.push_back(bind::since_filter(value)); },
         "not before this day, month or year, or so long ago: 7d, 2w, 3m, 1y")
      ->type_name("DATE");
  app.add_option_function<std::string>(
         "--until", [&filters](const std::string& value) { filters.push_back(bind::until_filter(value)); },
         "not after this day, month or year, or so long ago: 7d, 2w, 3m, 1y")
      ->type_name("DATE");
  const auto add_field = [&](const std::string& name, const std::string& takes, const std::string& help) {
    const auto take = [&filters, name](const std::string& value) {
      filters.push_back(bind::field_filter(name, value, fmt::format("--{} {}", name, value)));
    };
    app.add_option_function<std::string>("--" + name, take, help)->type_name(takes);
  };
  add_field("source", "NAME", "only from this source");
  add_field("lang", "LL", "only in this language: a code or a name");
  app.add_option_function<std::string>(
         "--where",
         [&filters](const std::string& text) {
           const auto [name, value] = cli::split_pair(text);
           filters.push_back(bind::field_filter(name, value, fmt::format("--where {}", text)));
         },
         "only where a field has this value; * and ? are wildcards")
      ->transform(cli::pair("FIELD=VALUE", fmt::format(" (fields: {})", schema::field_names())));
}

void ranking(CLI::App& app, Options& o) {
  app.option_defaults()->group("Ranking");
  app.add_option("--per-article", o.per_article, "at most N passages per article")
      ->transform(whole_number({1}))
      ->default_str("1");
  app.add_flag_callback(
      "--all-copies", [&o] { o.request.copies = search::Copies::All; }, "near-copies of an article too");
  app.add_option("--rank", o.request.rank, "bm25: by words alone, without closeness, titles and forms")
      ->transform(one_of<search::RankBy>({{"full", search::RankBy::Full}, {"bm25", search::RankBy::Words}}))
      ->default_str("full");
  app.add_option("--k1", o.request.k1, "BM25: how soon repetition stops counting")
      ->transform(cli::real_number({0.001, 1000}));
  app.add_option("--b", o.request.b, "BM25: how much length counts")->transform(cli::real_number({0, 1}));
}

void expansion(CLI::App& app, Options& o) {
  app.add_flag_callback(
      "--expand", [&o] { o.request.feedback = search::Feedback::Expand; },
      "add words of the first passages to the query");
}

void add_fields(Options& o, const std::string& text) {
  for (const std::string& field : cli::split_list(text)) {
    if (!format::is_hit_field(field)) {
      throw Failure(ExitCode::Usage, fmt::format("there is no field `{}` to write", field),
                    fmt::format("{}fields: {}", did_you_mean("", nearest_name(field, format::hit_keys())),
                                format::hit_field_names()));
    }
    o.output.fields.push_back(field);
  }
}

void hits(CLI::App& app, Options& o) {
  app.option_defaults()->group("Hits");
  app.add_option("--offset", o.request.offset, "leave out the first N rows")->transform(whole_number());
  app.add_option("--sort", o.request.sort,
                 "-date is newest first; by date a passage has all words, unless --match says otherwise")
      ->transform(one_of<search::SortBy>({{"relevance", search::SortBy::Relevance},
                                          {"date", search::SortBy::Oldest},
                                          {"-date", search::SortBy::Newest}}))
      ->default_str("relevance");
  app.add_flag_callback(
      "--exact-total", [&o] { o.request.totals = search::Totals::Exact; }, "count every match");
  app.add_flag_callback(
      "--explain", [&o] { o.request.explain = search::Explain::Yes; }, "every part of each score");
  app.add_option_function<std::string>(
         "--fields", [&o](const std::string& text) { add_fields(o, text); }, "which fields of a row, in which order")
      ->type_name("A,B,...");
  app.add_option_function<std::uint64_t>(
         "-C,--context",
         [&o](const std::uint64_t& count) {
           o.context.whole_article = o.context.whole_article || count == kAll;
           o.context.passages = count == kAll ? o.context.passages : static_cast<std::uint32_t>(count);
         },
         "passages around each")
      ->transform(whole_number({0, 1000, "article", kAll}));
  app.add_flag("-l,--files", o.output.paths_only, "only the paths that were read");
  app.add_flag("-0,--null", o.output.zero_ends, "with -l: a zero byte after each path");
}

void many_queries(CLI::App& app, Options& o) {
  app.option_defaults()->group("Many queries");
  app.add_option("--queries", o.many.queries, "one query per line, `qid<TAB>query` or `query`; - = standard input")
      ->type_name("FILE");
  app.add_flag("--keep-going", o.many.keep_going, "answer the other queries of a file that has wrong ones");
  app.add_option("--summary", o.many.summary, "write qid and hits of every query")->type_name("FILE");
  app.add_option("--timings", o.many.timings, "write qid, hits and microseconds of every query")->type_name("FILE");
  app.add_option("--repeat", o.many.repeat, "ask each query N times; --timings has the best")
      ->transform(whole_number({1, 1000000}))
      ->default_str("1");
}

void rows(CLI::App& app, Options& o, const std::string& usual) {
  app.option_defaults()->group("Output");
  app.add_option("-n,--limit", o.limit, "at most N rows")
      ->transform(whole_number({0, kAll, "all", kAll}))
      ->default_str(usual);
  app.add_flag("--excel", o.output.excel, "csv and tsv for spreadsheets: BOM, CRLF, no formulas");
}

void output(CLI::App& app, Options& o, const std::vector<format::FormatName>& formats) {
  cli::Choices<format::FormatName> names;
  for (const format::FormatName format : formats) {
    names.emplace_back(to_string(format), format);
  }
  app.option_defaults()->group("Output");
  app.add_option("-f,--format", o.output.format, "how the answer is written")
      ->transform(one_of(names))
      ->default_str("text");
  app.add_option("-o,--output", o.output.file, "write there, whole or not at all")->type_name("FILE");
  app.add_option("--width", o.output.width, "columns of text (default the terminal's, elsewhere 80)")
      ->transform(whole_number({20, 10000}));
  app.option_defaults()->group("Options");
  cli::add_index_option(app, [&o](const std::string& index) { o.index = index; });
  app.add_option("-j,--threads", o.many.threads, "queries answered at the same time; 0 = as many as there are cores")
      ->transform(whole_number({0, 1024}))
      ->default_str("0");
  app.add_flag("--ok-empty", o.ok_empty, "exit 0 also when nothing is found");
  cli::add_console_options(app, o.console);
}

using enum format::FormatName;
const std::vector<format::FormatName> kHits = {Text, Markdown, Json, Jsonl, Csv, Tsv, Trec, Html};
const std::vector<format::FormatName> kTables = {Text, Json, Jsonl, Csv, Tsv};
const std::vector<format::FormatName> kTexts = {Text, Json};

constexpr const char* kHitsShown = "10; 1000 with -f trec";

/// Of views of all matches.
void view(CLI::App& app, Options& o) {
  matching(app, o);
  filters(app, o);
  many_queries(app, o);
  rows(app, o, "all");
  output(app, o, kTables);
}

void measured_sort(CLI::App& app, Options& o, const cli::Choices<Measured>& choices) {
  app.add_option("--sort", o.view.sort, "order of the rows")
      ->transform(one_of(choices))
      ->default_str(choices.front().first);
  app.add_option("--min-freq", o.view.least_frequency, "leave out words that are less frequent (together, near)")
      ->transform(whole_number())
      ->default_str("1");
}

void seed(CLI::App& app, Options& o) {
  app.add_option_function<std::uint64_t>(
         "--seed", [&o](const std::uint64_t& number) { o.view.concordance.seed = o.eval.seed = number; },
         "the same seed, the same chance")
      ->transform(whole_number({0, std::numeric_limits<std::uint64_t>::max()}))
      ->default_str("1");
}

void sort_lines(Options& o, const std::string& text) {
  o.view.concordance.sort.clear();
  for (const std::string& key : cli::split_list(text)) {
    const bool is_side = key.size() == 2 && (key[0] == 'L' || key[0] == 'R') && key[1] >= '1' && key[1] <= '5';
    if (key != "node" && !is_side) {
      throw CLI::ValidationError("--sort", cli::complaint("node, L1 to L5 and R1 to R5, separated by commas", text));
    }
    const int word = is_side ? key[1] - '0' : 0;
    o.view.concordance.sort.push_back(key[0] == 'L' ? -word : word);
  }
}

void set_measures(Options& o, const std::string& text) {
  o.eval.measures.clear();
  for (const std::string& name : cli::split_list(text)) {
    const std::optional<evaluate::Measure> measure = evaluate::find_measure(name);
    if (!measure) {
      throw CLI::ValidationError("--measures",
                                 cli::complaint("map, ndcg@K, p@K, r@K, mrr and bpref, separated by commas", name));
    }
    o.eval.measures.push_back(*measure);
  }
}

void set_window(Options& o, const std::string& text) {
  std::vector<std::string> sizes = cli::split_list(text);
  for (std::string& size : sizes) {
    const std::string wrong = whole_number({0, 1000})(size);
    if (!wrong.empty() || sizes.size() > 2) {
      throw CLI::ValidationError("--window", wrong.empty() ? cli::complaint("N or L,R", text) : wrong);
    }
  }
  CLI::detail::lexical_cast(sizes.front(), o.view.collocates.span.before);
  CLI::detail::lexical_cast(sizes.back(), o.view.collocates.span.after);
}

}  // namespace

void search_options(CLI::App& app, QueryOptions& o) {
  matching(app, o);
  filters(app, o);
  ranking(app, o);
  expansion(app, o);
  hits(app, o);
  many_queries(app, o);
  rows(app, o, kHitsShown);
  output(app, o, kHits);
}

void similar_options(CLI::App& app, QueryOptions& o) {
  filters(app, o);
  ranking(app, o);
  hits(app, o);
  many_queries(app, o);
  rows(app, o, kHitsShown);
  output(app, o, kHits);
}

void count_options(CLI::App& app, QueryOptions& o) {
  app.add_option("--unit", o.unit, "print this one number")
      ->transform(one_of<Unit>(
          {{"passages", Unit::Passages}, {"articles", Unit::Articles}, {"occurrences", Unit::Occurrences}}));
  view(app, o);
}

void kwic_options(CLI::App& app, QueryOptions& o) {
  view::ConcordanceOptions& lines = o.view.concordance;
  app.add_option_function<std::string>(
         "--sort", [&o](const std::string& text) { sort_lines(o, text); },
         "order of the lines: node, L1-L5, R1-R5 (default as in the index)")
      ->type_name("KEY,...");
  app.add_option_function<std::uint32_t>(
         "--words",
         [&lines](const std::uint32_t& count) {
           lines.context = {count, view::ContextUnit::Words};
         },
         "context: words on either side")
      ->transform(whole_number({0, 100000}));
  app.add_option_function<std::uint32_t>(
         "--chars",
         [&lines](const std::uint32_t& count) {
           lines.context = {count, view::ContextUnit::Characters};
         },
         "context: characters on either side")
      ->transform(whole_number({0, 100000}))
      ->default_str("80");
  app.add_option("--sample", lines.sample, "N occurrences chosen by chance")->transform(whole_number({1}));
  seed(app, o);
  view(app, o);
}

void trend_options(CLI::App& app, QueryOptions& o) {
  app.add_option("--by", o.view.period, "length of a bucket")
      ->transform(one_of<view::Period>({{"day", view::Period::Day},
                                        {"week", view::Period::Week},
                                        {"month", view::Period::Month},
                                        {"year", view::Period::Year}}))
      ->default_str("month");
  view(app, o);
}

void facets_options(CLI::App& app, QueryOptions& o) {
  app.add_option_function<std::string>(
         "--by", [&o](const std::string& field) { o.view.facets.push_back(field); },
         "source, author, tag, lang, section, folder, host, year, month, day or a key of other metadata; repeatable")
      ->type_name("FIELD")
      ->default_str("source");
  view(app, o);
}

void collocates_options(CLI::App& app, QueryOptions& o) {
  app.add_option_function<std::string>(
         "--window", [&o](const std::string& text) { set_window(o, text); },
         "words before and after that count as near")
      ->type_name("N|L,R")
      ->default_str("5");
  app.add_flag_callback(
      "--sentence", [&o] { o.view.collocates.limit = view::SpanLimit::Sentence; },
      "only words of the same sentence count as near");
  measured_sort(app, o,
                {{"logdice", Measured::LogDice},
                 {"mi", Measured::Mi},
                 {"mi3", Measured::Mi3},
                 {"t", Measured::T},
                 {"ll", Measured::Ll},
                 {"f_pair", Measured::Frequency},
                 {"word", Measured::Word}});
  view(app, o);
}

void compare_options(CLI::App& app, QueryOptions& o) {
  app.add_option("--against", o.view.against, "compare with what this matches (default all the rest)")
      ->type_name("QUERY");
  measured_sort(app, o,
                {{"ll", Measured::Ll},
                 {"chi2", Measured::ChiSquare},
                 {"log_ratio", Measured::LogRatio},
                 {"f_a", Measured::Frequency},
                 {"word", Measured::Word}});
  view(app, o);
}

void show_options(CLI::App& app, QueryOptions& o) {
  const auto part = [&](const char* name, ShowPart part, const char* help) {
    return app.add_flag_callback(
        name, [&o, part] { o.show_part = part; }, help);
  };
  CLI::Option* origin = part("--origin", ShowPart::Origin, "only its path or URL");
  CLI::Option* copies = part("--copies", ShowPart::Copies, "the other articles that are copies of it");
  CLI::Option* cuts = part("--cut", ShowPart::Cuts, "what was cut from it before it was indexed");
  copies->excludes(origin);
  cuts->excludes(origin)->excludes(copies);
  output(app, o, kTexts);
}

void terms_options(CLI::App& app, QueryOptions& o) {
  rows(app, o, "all");
  output(app, o, kTables);
}

void analyze_options(CLI::App& app, QueryOptions& o) {
  rows(app, o, "all");
  output(app, o, kTables);
}

void explain_options(CLI::App& app, QueryOptions& o) {
  matching(app, o);
  filters(app, o);
  expansion(app, o);
  rows(app, o, "all");
  output(app, o, kTexts);
}

void eval_options(CLI::App& app, QueryOptions& o) {
  app.add_option("--qrels", o.eval.qrels, "judgments: qid 0 docno grade")->type_name("FILE");
  app.add_flag("--per-query", o.eval.per_query, "measures of every query too");
  app.add_option_function<std::string>(
         "--measures", [&o](const std::string& text) { set_measures(o, text); }, "map, ndcg@K, p@K, r@K, mrr, bpref")
      ->type_name("NAME,...");
  app.add_option("--baseline", o.eval.baseline, "a run in TREC format to compare with")->type_name("FILE");
  app.add_option("--permutations", o.eval.permutations, "of the randomisation test")
      ->transform(whole_number({10000, 100000000}))
      ->default_str("100000");
  app.add_flag_callback(
      "--judged-negatives", [&o] { o.eval.negatives = evaluate::NegativeGrades::NotRelevant; },
      "negative grades mean not relevant, not unjudged");
  seed(app, o);
  matching(app, o);
  filters(app, o);
  ranking(app, o);
  expansion(app, o);
  many_queries(app, o);
  rows(app, o, "1000");
  output(app, o, kTexts);
}

}  // namespace nutgraf::query
