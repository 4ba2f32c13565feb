// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command_line.h"

#include "core/cli/program.h"
#include "query/option_groups.h"
#include "query/resolve.h"

namespace nutgraf::query {
namespace {

/// Its commands write into `options`.
cli::Program program(QueryOptions& options) {
  const auto as = [&options](Command command, void (*declare)(CLI::App&, QueryOptions&)) {
    return [&options, command, declare](CLI::App& app) {
      options.command = command;
      declare(app, options);
    };
  };
  return {"nutgraf-query",
          "nutgraf-query asks an index of news articles that nutgraf-index built.",
          "INDEX may also be given with -i/--index or in NUTGRAF_INDEX. All further words are the query; after -- "
          "nothing is "
          "an\noption. Exit codes: 0 found, 1 nothing found, 2 wrong usage or query, 3 index missing or damaged, 5 "
          "failed on "
          "the way.",
          "nutgraf-query search news.idx One China principle\n"
          "nutgraf-query count news.idx '\"one china principle\" date:2023'",
          cli::WordKind::Query,
          {
              {"search", "INDEX QUERY", "ranked passages",
               "nutgraf-query search news.idx One China principle\n"
               "nutgraf-query search news.idx '\"one china principle\" source:independent date:2023'\n"
               "nutgraf-query search -i news.idx -f jsonl -n 100 -- \"$query\"",
               as(Command::Search, search_options)},
              {"batch", "INDEX --queries FILE", "ranked passages for every query of a file",
               "nutgraf-query batch news.idx --queries topics.tsv -f trec -o run.txt\n"
               "nutgraf-query batch news.idx --queries - -f jsonl < queries.txt",
               as(Command::Batch, search_options)},
              {"similar", "INDEX ID", "passages like an article, or like its passage ID#K",
               "nutgraf-query similar news.idx mosaic-0001\n"
               "nutgraf-query similar news.idx 'mosaic-0001#2' -n 5 --since 2023",
               as(Command::Similar, similar_options)},
              {"count", "INDEX QUERY", "how many passages, articles and occurrences",
               "nutgraf-query count news.idx '\"one china principle\"'\n"
               "nutgraf-query count news.idx --match all taiwan strait\n"
               "nutgraf-query count news.idx --unit articles taiwan",
               as(Command::Count, count_options)},
              {"kwic", "INDEX QUERY", "every occurrence in its context, a line each",
               "nutgraf-query kwic news.idx '\"one china\"' --width 120\n"
               "nutgraf-query kwic news.idx taiwan --sort R1,R2 --sample 100 --seed 7\n"
               "nutgraf-query kwic news.idx -f csv --words 10 -o lines.csv principle",
               as(Command::Kwic, kwic_options)},
              {"trend", "INDEX QUERY", "matches over time, empty days and months too",
               "nutgraf-query trend news.idx taiwan\n"
               "nutgraf-query trend news.idx '\"one china principle\"' --by week --since 2023-06 -f csv\n"
               "nutgraf-query trend news.idx --queries phrases.tsv --by month -f csv -o months.csv",
               as(Command::Trend, trend_options)},
              {"facets", "INDEX QUERY", "matches by source, author, tag, year, ...",
               "nutgraf-query facets news.idx taiwan\n"
               "nutgraf-query facets news.idx taiwan --by author --by meta.paywall -n 10",
               as(Command::Facets, facets_options)},
              {"collocates", "INDEX QUERY", "words near the query and how they belong to it",
               "nutgraf-query collocates news.idx taiwan -n 20\n"
               "nutgraf-query collocates news.idx principle --window 1,0 --sentence --min-freq 3 --sort ll",
               as(Command::Collocates, collocates_options)},
              {"compare", "INDEX QUERY", "words of what matches against those of the rest, or of --against",
               "nutgraf-query compare news.idx 'source:\"mosaic monitor\"' -n 20\n"
               "nutgraf-query compare news.idx date:2023 --against date:2024 --min-freq 5",
               as(Command::Compare, compare_options)},
              {"show", "INDEX ID", "an article, or passage K of it as ID#K",
               "nutgraf-query show news.idx harbour-post/2023/06/19/envoy.txt\n"
               "nutgraf-query show news.idx 'envoy.txt#2' --origin",
               as(Command::Show, show_options)},
              {"terms", "INDEX [PATTERN]", "words of the index",
               "nutgraf-query terms news.idx 'princip*'\n"
               "nutgraf-query terms news.idx -f tsv",
               as(Command::Terms, terms_options)},
              {"analyze", "INDEX TEXT", "the words of a text as the index makes them",
               "nutgraf-query analyze news.idx \"The U.S. cease-fire\"", as(Command::Analyze, analyze_options)},
              {"explain", "INDEX QUERY", "how a query is read, without a search",
               "nutgraf-query explain news.idx '\"one china\" -taiwan'", as(Command::Explain, explain_options)},
              {"eval", "INDEX --queries FILE --qrels FILE", "measures of ranked passages against judgments",
               "nutgraf-query eval news.idx --queries topics.tsv --qrels qrels.txt\n"
               "nutgraf-query eval news.idx --queries topics.tsv --qrels qrels.txt --per-query -f json\n"
               "nutgraf-query eval news.idx --queries topics.tsv --qrels qrels.txt --expand --baseline run.txt",
               as(Command::Eval, eval_options)},
          }};
}

}  // namespace

CommandLine read_command_line(std::span<const std::string> arguments) {
  CommandLine line;
  const cli::CommandLine parsed = cli::parse(program(line.options), arguments);
  line.text = parsed.text;
  if (line.text.empty()) {
    resolve(line.options, parsed);
  }
  return line;
}

}  // namespace nutgraf::query
