// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command_line_options.h"

#include <fmt/format.h>

#include <cctype>
#include <limits>

#include "core/base/failure.h"
#include "core/base/nearest_name.h"
#include "core/schema/fields.h"
#include "query/command_line_values.h"
#include "query/format/hit_row.h"
#include "query/parse/field_name.h"

namespace nutgraf::query {
namespace {

using Options = QueryOptions;
using Value = std::string_view;
using values::Choice;

constexpr CommandSet kSearches = set_of(Command::Search) | set_of(Command::Batch);
constexpr CommandSet kRanked = kSearches | set_of(Command::Similar);
constexpr CommandSet kRuns = kRanked | set_of(Command::Eval);
constexpr CommandSet kWordLists = set_of(Command::Collocates) | set_of(Command::Compare);
constexpr CommandSet kCounts =
    kWordLists | set_of(Command::Count) | set_of(Command::Kwic) | set_of(Command::Trend) | set_of(Command::Facets);
constexpr CommandSet kMatches = kRuns | kCounts | set_of(Command::Explain);
constexpr CommandSet kAsked = kMatches & ~set_of(Command::Similar);
constexpr CommandSet kMany = kRuns | kCounts;
constexpr CommandSet kTableRows = kMatches | set_of(Command::Terms) | set_of(Command::Analyze);
constexpr CommandSet kAll = std::numeric_limits<CommandSet>::max();

When when(Value option, Value text) {
  return values::choose<When>({option, "auto, always or never"}, text,
                              std::array{Choice<When>{"auto", When::Auto}, Choice<When>{"always", When::Always},
                                         Choice<When>{"never", When::Never}});
}

void set_format(Options& o, Value text) {
  o.output.format = find_format(text);
  if (!o.output.format) {
    values::refuse("--format", "text, md, json, jsonl, csv, tsv, trec or html", text, format_names());
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

/// A list parted by commas.
template <class Take>
void each_item(Value list, Take take) {
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    take(list.substr(begin, end - begin));
    begin = end + 1;
  }
}

void set_line_sort(Options& o, Value text) {
  o.view.concordance.sort.clear();
  each_item(text, [&](Value key) {
    const bool is_side = key.size() == 2 && (key[0] == 'L' || key[0] == 'R') && key[1] >= '1' && key[1] <= '5';
    if (key != "node" && !is_side) {
      values::refuse("--sort", "node, L1 to L5 and R1 to R5, parted by commas", text);
    }
    const int place = is_side ? key[1] - '0' : 0;
    o.view.concordance.sort.push_back(key[0] == 'L' ? -place : place);
  });
}

void set_measured_sort(Options& o, Value text) {
  if (o.command == Command::Collocates) {
    o.view.sort = values::choose<Measured>(
        {"--sort", "logdice, mi, mi3, t, ll, f_pair or word"}, text,
        std::array{Choice<Measured>{"logdice", Measured::LogDice}, Choice<Measured>{"mi", Measured::Mi},
                   Choice<Measured>{"mi3", Measured::Mi3}, Choice<Measured>{"t", Measured::T},
                   Choice<Measured>{"ll", Measured::Ll}, Choice<Measured>{"f_pair", Measured::Frequency},
                   Choice<Measured>{"word", Measured::Word}});
    return;
  }
  o.view.sort = values::choose<Measured>(
      {"--sort", "ll, chi2, log_ratio, f_a or word"}, text,
      std::array{Choice<Measured>{"ll", Measured::Ll}, Choice<Measured>{"chi2", Measured::ChiSquare},
                 Choice<Measured>{"log_ratio", Measured::LogRatio}, Choice<Measured>{"f_a", Measured::Frequency},
                 Choice<Measured>{"word", Measured::Word}});
}

void set_sort(Options& o, Value text) {
  if (o.command == Command::Kwic) {
    set_line_sort(o, text);
  } else if ((set_of(o.command) & kWordLists) != 0) {
    set_measured_sort(o, text);
  } else {
    o.request.sort = values::choose<search::SortBy>(
        {"--sort", "relevance, date or -date"}, text,
        std::array{Choice<search::SortBy>{"relevance", search::SortBy::Relevance}, Choice<search::SortBy>{"date", search::SortBy::Oldest},
                   Choice<search::SortBy>{"-date", search::SortBy::Newest}});
  }
}

void set_by(Options& o, Value text) {
  if (o.command == Command::Facets) {
    o.view.facets.emplace_back(text);
    return;
  }
  o.view.period =
      values::choose<Period>({"--by", "day, week, month or year"}, text,
                             std::array{Choice<Period>{"day", Period::Day}, Choice<Period>{"week", Period::Week},
                                        Choice<Period>{"month", Period::Month}, Choice<Period>{"year", Period::Year}});
}

std::uint32_t span_of(Value text) {
  return static_cast<std::uint32_t>(values::whole_number("--window", text, {0, 1000}));
}

void set_window(Options& o, Value text) {
  const std::size_t comma = text.find(',');
  o.view.collocates.span.before = span_of(text.substr(0, comma));
  o.view.collocates.span.after = span_of(comma == Value::npos ? text : text.substr(comma + 1));
}

void set_context_size(Options& o, Value count, ContextSize size) {
  const Value option = size.unit == ContextUnit::Words ? "--words" : "--chars";
  size.count = static_cast<std::uint32_t>(values::whole_number(option, count, {0, 100000}));
  o.view.concordance.context = size;
}

void set_rank(Options& o, Value text) {
  o.request.rank =
      values::choose<search::RankBy>({"--rank", "full or bm25"}, text,
                             std::array{Choice<search::RankBy>{"full", search::RankBy::Full}, Choice<search::RankBy>{"bm25", search::RankBy::Words}});
}

void set_measures(Options& o, Value text) {
  o.eval.measures.clear();
  each_item(text, [&](Value key) {
    const std::optional<Measure> measure = find_measure(key);
    if (!measure) {
      values::refuse("--measures", "map, ndcg@K, p@K, r@K, mrr and bpref, parted by commas", key);
    }
    o.eval.measures.push_back(*measure);
  });
}

void set_seed(Options& o, Value text) {
  const std::uint64_t seed = values::whole_number("--seed", text, {0, std::numeric_limits<std::uint64_t>::max()});
  o.view.concordance.seed = seed;
  o.eval.seed = seed;
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
  each_item(text, [&](Value field) {
    if (!is_hit_field(field)) {
      throw Failure(ExitCode::Usage, fmt::format("there is no field `{}` to write", field),
                    fmt::format("{}fields: {}", did_you_mean("", nearest_name(field, hit_keys())), hit_field_names()));
    }
    o.output.fields.emplace_back(field);
  });
}

void add_filter(Options& o, Value field, Value value) {
  o.request.filters.push_back({std::string(field), std::string(value), fmt::format("--{} {}", field, value)});
}

void add_where(Options& o, Value text) {
  const std::size_t equals = text.find('=');
  if (equals == Value::npos || equals == 0 || equals + 1 == text.size()) {
    values::refuse("--where", fmt::format("field=value (fields: {})", schema::field_names()), text);
  }
  const std::string field = field_spelling(text.substr(0, equals));
  const std::string typed = fmt::format("--where {}", text);
  if (field.empty()) {
    throw Failure(ExitCode::Usage, fmt::format("{}: there is no field \"{}\"", typed, text.substr(0, equals)),
                  fmt::format("{}fields are {}", nearest_field(text.substr(0, equals)), schema::field_names()));
  }
  o.request.filters.push_back({field, std::string(text.substr(equals + 1)), typed});
}

void set_limit(Options& o, Value text) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
  if (text != "all" && !std::isdigit(static_cast<unsigned char>(text.front()))) {
    values::refuse("--limit", fmt::format("a whole number from 0 to {} or all", kMost), text);
  }
  o.limit = text == "all" ? kMost : values::whole_number("--limit", text, {});
}

constexpr std::array
    kOptions =
        {
            OptionSpec{"-i,--index", "DIR", "the index", kAll, [](Options& o, Value v) { o.index = v; }},
            // What is found
            OptionSpec{"-n,--limit", "N|all", "at most N rows", kTableRows, set_limit},
            OptionSpec{"--offset", "N", "leave out the first N rows", kRanked,
                       [](Options& o, Value v) { o.request.offset = values::whole_number("--offset", v, {}); }},
            OptionSpec{"--match", "any|all|phrase", "how words side by side are read", kAsked, set_match},
            OptionSpec{"-p,--phrase", "", "same as --match phrase", kAsked,
                       [](Options& o, Value) { o.match = MatchMode::Phrase; }},
            OptionSpec{"--plain", "", "the query is words only, no syntax", kAsked,
                       [](Options& o, Value) { o.syntax = Syntax::Plain; }},
            OptionSpec{"--no-plain", "", "the query has syntax, also in eval", kAsked,
                       [](Options& o, Value) { o.syntax = Syntax::Full; }},
            OptionSpec{"--scope", "passage|article", "where operators apply", kAsked, set_scope},
            OptionSpec{"--since", "DATE", "not before this day, month or year, or so long ago: 7d, 2w, 3m, 1y",
                       kMatches, [](Options& o, Value v) { add_filter(o, "since", v); }},
            OptionSpec{"--until", "DATE", "not after this day, month or year, or so long ago: 7d, 2w, 3m, 1y", kMatches,
                       [](Options& o, Value v) { add_filter(o, "until", v); }},
            OptionSpec{"--source", "NAME", "only from this source", kMatches,
                       [](Options& o, Value v) { add_filter(o, "source", v); }},
            OptionSpec{"--lang", "LL", "only in this language: a code or a name", kMatches,
                       [](Options& o, Value v) { add_filter(o, "lang", v); }},
            OptionSpec{"--where", "FIELD=VALUE", "only where a field has this value; * and ? are wildcards", kMatches,
                       add_where},
            OptionSpec{
                "--per-article", "N", "at most N passages an article", kRuns,
                [](Options& o, Value v) {
                  o.per_article = static_cast<std::uint32_t>(values::whole_number("--per-article", v, {1, 0xFFFFFFFF}));
                }},
            OptionSpec{"--all-copies", "", "near-copies of an article too", kRuns,
                       [](Options& o, Value) { o.request.copies = search::Copies::All; }},
            OptionSpec{
                "--sort", "relevance|date|-date",
                "order of the rows; -date is newest first; by date a passage has all words, unless --match tells",
                kRanked, set_sort},
            OptionSpec{"--sort", "KEY,...", "order of the lines: node, L1-L5, R1-R5; else as in the index",
                       set_of(Command::Kwic), set_sort},
            OptionSpec{"--sort", "logdice|mi|mi3|t|ll|f_pair|word", "order of the rows, else logdice",
                       set_of(Command::Collocates), set_sort},
            OptionSpec{"--sort", "ll|chi2|log_ratio|f_a|word", "order of the rows, else ll", set_of(Command::Compare),
                       set_sort},
            OptionSpec{"--by", "day|week|month|year", "length of a bucket, else month", set_of(Command::Trend), set_by},
            OptionSpec{"--by", "FIELD",
                       "source, author, tag, lang, section, folder, host, year, month, day or a key of other metadata; "
                       "may be repeated; else source",
                       set_of(Command::Facets), set_by},
            OptionSpec{"--window", "N|L,R", "words before and after that count as near, else 5",
                       set_of(Command::Collocates), set_window},
            OptionSpec{"--sentence", "", "only words of the same sentence count as near", set_of(Command::Collocates),
                       [](Options& o, Value) { o.view.collocates.limit = SpanLimit::Sentence; }},
            OptionSpec{"--min-freq", "N", "leave out words that are less frequent (together, near)", kWordLists,
                       [](Options& o, Value v) { o.view.least_frequency = values::whole_number("--min-freq", v, {}); }},
            OptionSpec{"--against", "QUERY", "compare with what this matches, else with all the rest",
                       set_of(Command::Compare), [](Options& o, Value v) { o.view.against = v; }},
            OptionSpec{"--words", "N", "context: words on either side", set_of(Command::Kwic),
                       [](Options& o, Value v) {
                         set_context_size(o, v, {0, ContextUnit::Words});
                       }},
            OptionSpec{"--chars", "N", "context: characters on either side, else 80", set_of(Command::Kwic),
                       [](Options& o, Value v) {
                         set_context_size(o, v, {0, ContextUnit::Characters});
                       }},
            OptionSpec{"--sample", "N", "N occurrences chosen by chance", set_of(Command::Kwic),
                       [](Options& o, Value v) {
                         o.view.concordance.sample = values::whole_number("--sample", v, {1, 0xFFFFFFFF});
                       }},
            OptionSpec{"--seed", "N", "the same seed, the same chance; else 1",
                       set_of(Command::Kwic) | set_of(Command::Eval), set_seed},
            OptionSpec{"--rank", "full|bm25", "bm25: by words alone, without closeness, titles and forms", kRuns,
                       set_rank},
            OptionSpec{"--expand", "", "add words of the first passages to the query",
                       kSearches | set_of(Command::Eval) | set_of(Command::Explain),
                       [](Options& o, Value) { o.request.feedback = search::Feedback::Expand; }},
            OptionSpec{"--exact-total", "", "count every match", kRanked,
                       [](Options& o, Value) { o.request.totals = search::Totals::Exact; }},
            OptionSpec{"--k1", "X", "BM25: how soon repetition stops counting", kRuns,
                       [](Options& o, Value v) { o.request.k1 = values::real_number("--k1", v, {0.001, 1000}); }},
            OptionSpec{"--b", "X", "BM25: how much length counts", kRuns,
                       [](Options& o, Value v) { o.request.b = values::real_number("--b", v, {0, 1}); }},
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
                       [](Options& o, Value) { o.request.explain = search::Explain::Yes; }},
            OptionSpec{"--excel", "", "csv and tsv for spreadsheets: BOM, CRLF, no formulas", kTableRows,
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
                       [](Options& o, Value v) { o.eval.qrels = v; }},
            OptionSpec{"--per-query", "", "measures of every query too", set_of(Command::Eval),
                       [](Options& o, Value) { o.eval.per_query = true; }},
            OptionSpec{"--measures", "NAME,...", "map, ndcg@K, p@K, r@K, mrr, bpref", set_of(Command::Eval),
                       set_measures},
            OptionSpec{"--baseline", "FILE", "a run in TREC format to compare with", set_of(Command::Eval),
                       [](Options& o, Value v) { o.eval.baseline = v; }},
            OptionSpec{"--permutations", "N", "of the randomisation test, else 100000", set_of(Command::Eval),
                       [](Options& o, Value v) {
                         o.eval.permutations = values::whole_number("--permutations", v, {10000, 100000000});
                       }},
            OptionSpec{"--judged-negatives", "", "negative grades mean not relevant, not unjudged",
                       set_of(Command::Eval),
                       [](Options& o, Value) { o.eval.negatives = NegativeGrades::NotRelevant; }},
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

std::span<const std::string_view> format_names() {
  static const auto names = [] {
    std::array<std::string_view, 8> all;
    for (std::size_t i = 0; i < all.size(); ++i) {
      all.at(i) = to_string(static_cast<FormatName>(i));
    }
    return all;
  }();
  return names;
}

std::string_view long_name(const OptionSpec& option) {
  return option.names.substr(option.names.find("--"));
}

}  // namespace nutgraf::query
