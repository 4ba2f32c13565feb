// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/cli/program.h"
#include "core/cli/values.h"
#include "query/format/kwic_row.h"
#include "query/option_groups.h"

namespace nutgraf::query {
namespace {

using cli::whole_number;
using format::Shape;
using Options = QueryOptions;

using enum format::FormatName;

std::string limit_of_hits() {
  return fmt::format("{}; {} with -f trec", usual_limit(Command::Search, Text), usual_limit(Command::Search, Trec));
}

/// Of views in which copies count by themselves, or not.
void unit(CLI::App& app, Options& o) {
  add_choice(app, "--unit", o.request.counted,
             "count every article, or each story once: by the article that stands for its copies, or the earliest that "
             "matches",
             {{"articles", search::Counted::Articles}, {"stories", search::Counted::Stories}});
}

/// Of views of all matches.
void view(CLI::App& app, Options& o) {
  matching(app, o);
  filters(app, o);
  many_queries(app, o);
  rows(app, o, limit_text(usual_limit(Command::Count, kUsualFormat)));
  output(app, o, Shape::Rows);
}

/// A search that is kept under a name.
void saved_search(CLI::App& app, Options& o) {
  app.option_defaults()->group("Saved searches");
  app.add_option("--save", o.saved.save, "keep this search as @NAME, with what it finds now as seen")
      ->type_name("NAME");
  app.add_flag("--new", o.saved.only_new, "after @NAME: show only articles not seen yet; they are then");
}

/// Of lists of words.
void word_list(CLI::App& app, Options& o, const std::string& name) {
  app.add_option("--query", o.view.of, "only those of passages that match QUERY")->type_name("QUERY");
  add_choice(app, "--sort", o.view.word_order, "order of rows, the most frequent first or by name",
             {{"frequency", WordOrder::Frequency}, {name, WordOrder::Word}});
  app.add_option("--min", o.view.least_frequency, "omit what occurs fewer than N times")
      ->transform(whole_number())
      ->capture_default_str();
  app.add_flag_callback(
      "--all-spellings", [&o] { o.view.spellings = view::Spellings::All; },
      "list possessives and other marked spellings (china's, u.s, 1,000) apart; their plain words count them too");
  unit(app, o);
  matching(app, o);
  filters(app, o);
  rows(app, o, limit_text(kAllRows));
  output(app, o, Shape::Rows);
}

void least_frequency(CLI::App& app, Options& o, const std::string& where) {
  app.add_option("--min-freq", o.view.least_frequency, "omit words that occur fewer than N times " + where)
      ->transform(whole_number())
      ->capture_default_str();
}

void seed(CLI::App& app, Options& o) {
  app.add_option_function<std::uint64_t>(
         "--seed", [&o](const std::uint64_t& number) { o.view.concordance.seed = o.eval.seed = number; },
         "seed of the random numbers; the same seed gives the same result")
      ->transform(whole_number({0, std::numeric_limits<std::uint64_t>::max()}))
      ->default_str(std::to_string(o.eval.seed));
}

void sort_lines(Options& o, const std::string& text) {
  o.view.concordance.sort.clear();
  for (const std::string& key : cli::split_list(text)) {
    const bool is_side = key.size() == 2 && (key[0] == 'L' || key[0] == 'R') && key[1] >= '1' && key[1] <= '5';
    const bool is_day = key == "date" || key == "-date";
    if (key != "node" && !is_side && !is_day) {
      throw CLI::ValidationError("--sort",
                                 cli::complaint("node, L1 to L5, R1 to R5, date and -date, separated by commas", text));
    }
    const int word = is_side ? key[1] - '0' : 0;
    const int side = key[0] == 'L' ? -word : word;
    o.view.concordance.sort.push_back(is_day ? key == "date" ? view::kOldestFirst : view::kNewestFirst : side);
  }
}

void add_facet(Options& o, const std::string& fields) {
  if (std::count(fields.begin(), fields.end(), ',') > 1) {
    throw CLI::ValidationError("--by", cli::complaint("a field or two separated by a comma", fields));
  }
  o.view.facets.push_back(fields);
}

void set_measures(Options& o, const std::string& text) {
  o.eval.measures.clear();
  for (const std::string& name : cli::split_list(text)) {
    const std::optional<evaluate::Measure> measure = evaluate::find_measure(name);
    if (!measure) {
      throw CLI::ValidationError(
          "--measures",
          cli::complaint("map, ndcg@K, p@K, r@K, mrr, bpref, rprec and success@K, separated by commas", name));
    }
    o.eval.measures.push_back(*measure);
  }
}

std::string usual_measures() {
  std::vector<std::string> keys;
  for (const evaluate::Measure& measure : evaluate::usual_measures()) {
    keys.push_back(evaluate::key_of(measure));
  }
  return fmt::format("{}", fmt::join(keys, ","));
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
  if (o.command == Command::Search) {
    saved_search(app, o);
  }
  matching(app, o);
  filters(app, o);
  ranking(app, o);
  expansion(app, o);
  hits(app, o);
  many_queries(app, o);
  rows(app, o, limit_of_hits());
  output(app, o, Shape::Answers);
}

void similar_options(CLI::App& app, QueryOptions& o) {
  filters(app, o);
  ranking(app, o);
  hits(app, o);
  many_queries(app, o);
  rows(app, o, limit_of_hits());
  output(app, o, Shape::Answers);
}

void count_options(CLI::App& app, QueryOptions& o) {
  app.add_option("--unit", o.unit, "print only this number")
      ->transform(cli::one_of<Unit>({{"passages", Unit::Passages},
                                     {"articles", Unit::Articles},
                                     {"occurrences", Unit::Occurrences},
                                     {"stories", Unit::Stories}}));
  view(app, o);
}

void kwic_options(CLI::App& app, QueryOptions& o) {
  view::ConcordanceOptions& lines = o.view.concordance;
  app.add_option_function<std::string>(
         "--sort", [&o](const std::string& text) { sort_lines(o, text); },
         "sort lines by the node, by words to its left or right, or by day: node, L1-L5, R1-R5, date, -date, one or "
         "several in order (default: in index order)")
      ->type_name("KEY,...");
  app.add_option_function<std::uint32_t>(
         "--words",
         [&lines](const std::uint32_t& count) {
           lines.context = {count, view::ContextUnit::Words};
         },
         "show N words of context on each side")
      ->transform(whole_number({0, 100000}));
  app.add_option_function<std::uint32_t>(
         "--chars",
         [&lines](const std::uint32_t& count) {
           lines.context = {count, view::ContextUnit::Characters};
         },
         "show N characters of context on each side")
      ->transform(whole_number({0, 100000}))
      ->default_str(std::to_string(lines.context.count));
  app.add_flag_callback(
      "--sentence",
      [&lines] {
        lines.context = {0, view::ContextUnit::Sentence};
      },
      "show the sentence of each occurrence as its context");
  fields(app, o, {format::is_line_field, format::line_keys, format::line_field_names});
  app.add_option("--sample", lines.sample, "show N occurrences chosen at random")->transform(whole_number({1}));
  seed(app, o);
  unit(app, o);
  view(app, o);
}

void trend_options(CLI::App& app, QueryOptions& o) {
  add_choice(app, "--by", o.view.period, "length of the periods",
             {{"day", view::Period::Day},
              {"week", view::Period::Week},
              {"month", view::Period::Month},
              {"year", view::Period::Year}});
  unit(app, o);
  view(app, o);
}

void facets_options(CLI::App& app, QueryOptions& o) {
  app.add_option_function<std::string>(
         "--by", [&o](const std::string& fields) { add_facet(o, fields); },
         "count by source, author, tag, lang, section, folder, host, year, month, day or a metadata key, or by two of "
         "them crossed: source,year; may be given more than once")
      ->type_name("FIELD[,FIELD]")
      ->default_str(kUsualFacet);
  app.add_flag_callback(
      "--dispersion", [&o] { o.view.facet_rows = FacetRows::Dispersion; },
      "print how evenly the occurrences are spread over the values of each field");
  unit(app, o);
  view(app, o);
}

void collocates_options(CLI::App& app, QueryOptions& o) {
  app.add_option_function<std::string>(
         "--window", [&o](const std::string& text) { set_window(o, text); },
         "count words up to N positions away, or up to L before and R after")
      ->type_name("N|L,R")
      ->default_str(std::to_string(o.view.collocates.span.before));
  app.add_flag_callback(
      "--sentence", [&o] { o.view.collocates.limit = view::SpanLimit::Sentence; },
      "count only words in the same sentence");
  add_choice(app, "--sort", o.view.collocate_sort, "order of rows",
             {{"logdice", Measured::LogDice},
              {"mi", Measured::Mi},
              {"mi3", Measured::Mi3},
              {"t", Measured::T},
              {"ll", Measured::Ll},
              {"f_pair", Measured::Frequency},
              {"word", Measured::Word}});
  least_frequency(app, o, "near the query");
  unit(app, o);
  view(app, o);
}

void compare_options(CLI::App& app, QueryOptions& o) {
  app.add_option("--against", o.view.against,
                 "compare with the passages that match QUERY (default: all other passages)")
      ->type_name("QUERY");
  add_choice(app, "--sort", o.view.key_word_sort, "order of rows",
             {{"ll", Measured::Ll},
              {"chi2", Measured::ChiSquare},
              {"log_ratio", Measured::LogRatio},
              {"f_a", Measured::Frequency},
              {"word", Measured::Word}});
  least_frequency(app, o, "on both sides together");
  unit(app, o);
  view(app, o);
}

void show_options(CLI::App& app, QueryOptions& o) {
  const auto part = [&](const char* name, ShowPart shown, const char* help) {
    return app.add_flag_callback(
        name, [&o, shown] { o.show_part = shown; }, help);
  };
  CLI::Option* const origin = part("--origin", ShowPart::Origin, "print only its path or URL");
  CLI::Option* const copies = part("--copies", ShowPart::Copies, "print the other articles that are copies of it");
  CLI::Option* const cuts = part("--cut", ShowPart::Cuts, "print what was cut from it before it was indexed");
  copies->excludes(origin);
  cuts->excludes(origin)->excludes(copies);
  app.add_option("--query", o.show_query, "mark what matches QUERY (default: of a result of the last search its query)")
      ->type_name("QUERY");
  output(app, o, Shape::Article);
}

void terms_options(CLI::App& app, QueryOptions& o) {
  word_list(app, o, "term");
}

void ngrams_options(CLI::App& app, QueryOptions& o) {
  o.view.word_order = WordOrder::Frequency;
  app.add_option("--size", o.view.ngram_size, "words of an n-gram (default: those of PATTERN, at least 2)")
      ->transform(whole_number({view::kLeastNgram, view::kMostNgram}));
  word_list(app, o, "ngram");
}

void analyze_options(CLI::App& app, QueryOptions& o) {
  rows(app, o, limit_text(kAllRows));
  output(app, o, Shape::Rows);
}

void explain_options(CLI::App& app, QueryOptions& o) {
  matching(app, o);
  filters(app, o);
  expansion(app, o);
  rows(app, o, limit_text(kAllRows));
  output(app, o, Shape::Object);
}

void eval_options(CLI::App& app, QueryOptions& o) {
  app.add_option("--qrels", o.eval.qrels, "relevance judgments, one per line: qid 0 docno grade")->type_name("FILE");
  app.add_option("--run", o.eval.run, "measure this run in TREC format; no index and no queries are needed")
      ->type_name("FILE");
  app.add_flag("--per-query", o.eval.per_query, "print the measures of each query too");
  app.add_option_function<std::string>(
         "--measures", [&o](const std::string& text) { set_measures(o, text); },
         "measures to print: map, ndcg@K, p@K, r@K, mrr, bpref, rprec, success@K")
      ->type_name("NAME,...")
      ->default_str(usual_measures());
  app.add_option("--baseline", o.eval.baseline, "run in TREC format to compare with")->type_name("FILE");
  app.add_option("--permutations", o.eval.permutations, "permutations of the randomisation test")
      ->transform(whole_number({10000, 100000000}))
      ->capture_default_str();
  app.add_flag_callback(
      "--judged-negatives", [&o] { o.eval.negatives = evaluate::NegativeGrades::NotRelevant; },
      "read negative grades as not relevant, not as unjudged");
  seed(app, o);
  matching(app, o);
  filters(app, o);
  ranking(app, o);
  expansion(app, o);
  many_queries(app, o);
  rows(app, o, limit_text(usual_limit(Command::Eval, kUsualFormat)));
  output(app, o, Shape::Object);
}

void serve_options(CLI::App& app, QueryOptions& o) {
  app.option_defaults()->group("Clients");
  app.add_flag_callback(
      "--stdio", [&o] { o.serve.over = ServeOver::Stdio; },
      "read requests from standard input, one JSON object a line, and write an answer line for each");
  app.add_option("--port", o.serve.port, "serve HTTP on this port of 127.0.0.1; 0 = any that is free")
      ->transform(whole_number({0, 65535}))
      ->capture_default_str();
  app.add_option("--token-file", o.serve.token_file,
                 "read the token that clients need from FILE (default: a new one at each start)")
      ->type_name("FILE");
  app.option_defaults()->group("Limits of a request (with --stdio there are none unless given)");
  app.add_option("--max-rows", o.serve.rows, "answer with at most N rows")
      ->transform(whole_number({1}))
      ->default_str(std::to_string(kServedRows));
  app.add_option("--max-bytes", o.serve.bytes, "write at most SIZE bytes an answer")
      ->transform(cli::size_in_bytes())
      ->default_str(cli::size_text(kServedBytes));
  app.add_option("--max-time", o.serve.time_ms, "give up after so many seconds; 0 = never")
      ->transform(cli::seconds())
      ->default_str(cli::seconds_text(kServedMilliseconds));
  app.option_defaults()->group("Options");
  cli::add_index_option(app, [&o](const std::string& index) { o.index = index; });
  app.add_option("-j,--threads", o.many.threads, "answer N requests at the same time; 0 = one per core")
      ->transform(whole_number({0, 1024}))
      ->capture_default_str();
  cli::add_console_options(app, o.console);
}

}  // namespace nutgraf::query
