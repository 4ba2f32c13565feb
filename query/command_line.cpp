// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command_line.h"

#include "query/command/article_names.h"
#include "query/command/saved_search.h"
#include "query/command_options.h"
#include "query/resolve.h"

namespace nutgraf::query {
namespace {

/// Its commands write into `options`.
cli::Program program(QueryOptions& options) {  // NOLINT(readability-function-size): a table
  const auto as = [&](Command command, void (*declare)(CLI::App&, QueryOptions&)) {
    return cli::declaring(options, command, declare);
  };
  return {
      "nutgraf-query",
      "searches an index of news articles",
      "nutgraf-query searches an index of news articles that nutgraf-index has built.",
      "INDEX may also be given with -i/--index or in the environment variable NUTGRAF_INDEX. All further arguments "
      "are\nthe query; after -- nothing is an option.\n\n"
      "Exit codes: 0 found, 1 nothing found, 2 usage or query error, 3 index or file of queries missing or damaged,\n"
      "4 the first build of the index is still running, 5 any other failure, 130 interrupted.",
      "nutgraf-query search news.idx One China principle\n"
      "nutgraf-query count news.idx '\"one china principle\" date:2023'",
      cli::WordKind::Query,
      {
          {"search", "INDEX QUERY", "ranked passages",
           "nutgraf-query search news.idx One China principle\n"
           "nutgraf-query search news.idx '\"one china principle\" source:independent date:2023'\n"
           "nutgraf-query search -i news.idx -f jsonl -n 100 -- \"$query\"\n"
           "nutgraf-query search news.idx '\"one china\"' --save china; nutgraf-query search @china --new",
           as(Command::Search, search_options)},
          {"batch", "INDEX --queries FILE", "ranked passages for each query in a file",
           "nutgraf-query batch news.idx --queries topics.tsv -f trec -o run.txt\n"
           "nutgraf-query batch news.idx --queries - -f jsonl < queries.txt",
           as(Command::Batch, search_options)},
          {"similar", "INDEX ID", "passages like an article, or with ID#K like its passage K",
           "nutgraf-query similar news.idx mosaic-0001\n"
           "nutgraf-query similar news.idx 'mosaic-0001#2' -n 5 --since 2023",
           as(Command::Similar, similar_options)},
          {"count", "INDEX QUERY", "how many passages, articles and occurrences",
           "nutgraf-query count news.idx '\"one china principle\"'\n"
           "nutgraf-query count news.idx --match all taiwan strait\n"
           "nutgraf-query count news.idx --unit articles taiwan",
           as(Command::Count, count_options)},
          {"kwic", "INDEX QUERY", "every occurrence in context, one per line",
           "nutgraf-query kwic news.idx '\"one china\"' --width 120\n"
           "nutgraf-query kwic news.idx taiwan --sort R1,R2 --sample 100 --seed 7\n"
           "nutgraf-query kwic news.idx -f csv --words 10 -o lines.csv principle",
           as(Command::Kwic, kwic_options)},
          {"trend", "INDEX QUERY", "matches over time, including empty periods",
           "nutgraf-query trend news.idx taiwan\n"
           "nutgraf-query trend news.idx '\"one china principle\"' --by week --since 2023-06 -f csv\n"
           "nutgraf-query trend news.idx --queries phrases.tsv --by month -f csv -o months.csv",
           as(Command::Trend, trend_options)},
          {"facets", "INDEX QUERY", "matches by source, author, tag, year and other fields",
           "nutgraf-query facets news.idx taiwan\n"
           "nutgraf-query facets news.idx taiwan --by author --by meta.paywall -n 10",
           as(Command::Facets, facets_options)},
          {"collocates", "INDEX QUERY", "words that occur near the query, and how strongly they go with it",
           "nutgraf-query collocates news.idx taiwan -n 20\n"
           "nutgraf-query collocates news.idx principle --window 1,0 --sentence --min-freq 3 --sort ll",
           as(Command::Collocates, collocates_options)},
          {"compare", "INDEX QUERY", "words that are more frequent in the matches than elsewhere",
           "nutgraf-query compare news.idx 'source:\"mosaic monitor\"' -n 20\n"
           "nutgraf-query compare news.idx date:2023 --against date:2024 --min-freq 5",
           as(Command::Compare, compare_options)},
          {"show", "INDEX ID", "articles by id, URL, path or number of a result; with ID#K a passage",
           "nutgraf-query show news.idx harbour-post/2023/06/19/envoy.txt --query taiwan\n"
           "nutgraf-query show 3\n"
           "nutgraf-query show news.idx 'envoy.txt#2' --origin",
           as(Command::Show, show_options), "", index_of_numbers},
          {"terms", "INDEX [PATTERN]", "words in the index",
           "nutgraf-query terms news.idx 'princip*'\n"
           "nutgraf-query terms news.idx --source 'Mosaic Monitor' --sort frequency --min 5 -f tsv",
           as(Command::Terms, terms_options)},
          {"ngrams", "INDEX [PATTERN]", "two to five words side by side",
           "nutgraf-query ngrams news.idx 'one * principle'\n"
           "nutgraf-query ngrams news.idx taiwan --size 3 --query beijing -n 20",
           as(Command::Ngrams, ngrams_options)},
          {"analyze", "INDEX TEXT", "the terms that the index makes of a text",
           "nutgraf-query analyze news.idx \"The U.S. cease-fire\"", as(Command::Analyze, analyze_options)},
          {"explain", "INDEX QUERY", "how a query is parsed and run, without running it",
           "nutgraf-query explain news.idx '\"one china\" -taiwan'", as(Command::Explain, explain_options)},
          {"eval", "INDEX --queries FILE --qrels FILE", "measures of ranked passages, by relevance judgments",
           "nutgraf-query eval news.idx --queries topics.tsv --qrels qrels.txt\n"
           "nutgraf-query eval news.idx --queries topics.tsv --qrels qrels.txt --per-query -f json\n"
           "nutgraf-query eval news.idx --queries topics.tsv --qrels qrels.txt --expand --baseline run.txt\n"
           "nutgraf-query eval --run run.txt --qrels qrels.txt --measures ndcg@10,rprec,success@1",
           as(Command::Eval, eval_options), "--run"},
          {"serve", "INDEX...", "answer many requests: over HTTP with a page to search in, or on standard input",
           "nutgraf-query serve news.idx\n"
           "nutgraf-query serve news.idx archive.idx --port 9000\n"
           "nutgraf-query serve news.idx --stdio < requests.jsonl",
           as(Command::Serve, serve_options)},
      }};
}

}  // namespace

CommandLine read_command_line(std::span<const std::string> arguments) {
  const SavedArguments whole = with_saved_search(arguments);
  CommandLine line = cli::read(program, resolve, whole.arguments);
  line.options.saved.name = whole.name;
  return line;
}

}  // namespace nutgraf::query
