// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command_line_commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace nutgraf::query {
namespace {

constexpr std::string_view kTabular = "text json jsonl csv tsv";

constexpr std::array kCommands = {
    CommandSpec{"search", Command::Search, Words::Query, "QUERY", "ranked passages",
                "nutgraf-query search news.idx One China principle\n"
                "nutgraf-query search news.idx '\"one china principle\" source:independent date:2023'\n"
                "nutgraf-query search -i news.idx -f jsonl -n 100 -- \"$query\"",
                "text md json jsonl csv tsv trec html"},
    CommandSpec{"batch", Command::Batch, Words::None, "", "ranked passages for every query of a file",
                "nutgraf-query batch news.idx --queries topics.tsv -f trec -o run.txt\n"
                "nutgraf-query batch news.idx --queries - -f jsonl < queries.txt",
                "text md json jsonl csv tsv trec html"},
    CommandSpec{"similar", Command::Similar, Words::Needed, "ID", "passages like an article, or like its passage ID#K",
                "nutgraf-query similar news.idx mosaic-0001\n"
                "nutgraf-query similar news.idx 'mosaic-0001#2' -n 5 --since 2023",
                "text md json jsonl csv tsv trec html"},
    CommandSpec{"count", Command::Count, Words::Query, "QUERY", "how many passages, articles and occurrences",
                "nutgraf-query count news.idx '\"one china principle\"'\n"
                "nutgraf-query count news.idx --match all taiwan strait\n"
                "nutgraf-query count news.idx --unit articles taiwan",
                kTabular},
    CommandSpec{"kwic", Command::Kwic, Words::Query, "QUERY", "every occurrence in its context, a line each",
                "nutgraf-query kwic news.idx '\"one china\"' --width 120\n"
                "nutgraf-query kwic news.idx taiwan --sort R1,R2 --sample 100 --seed 7\n"
                "nutgraf-query kwic news.idx -f csv --words 10 -o lines.csv principle",
                kTabular},
    CommandSpec{"trend", Command::Trend, Words::Query, "QUERY", "matches over time, empty days and months too",
                "nutgraf-query trend news.idx taiwan\n"
                "nutgraf-query trend news.idx '\"one china principle\"' --by week --since 2023-06 -f csv\n"
                "nutgraf-query trend news.idx --queries phrases.tsv --by month -f csv -o months.csv",
                kTabular},
    CommandSpec{"facets", Command::Facets, Words::Query, "QUERY", "matches by source, author, tag, year, ...",
                "nutgraf-query facets news.idx taiwan\n"
                "nutgraf-query facets news.idx taiwan --by author --by meta.paywall -n 10",
                kTabular},
    CommandSpec{"collocates", Command::Collocates, Words::Query, "QUERY",
                "words near the query and how they belong to it",
                "nutgraf-query collocates news.idx taiwan -n 20\n"
                "nutgraf-query collocates news.idx principle --window 1,0 --sentence --min-freq 3 --sort ll",
                kTabular},
    CommandSpec{"compare", Command::Compare, Words::Query, "QUERY",
                "words of what matches against those of the rest, or of --against",
                "nutgraf-query compare news.idx 'source:\"mosaic monitor\"' -n 20\n"
                "nutgraf-query compare news.idx date:2023 --against date:2024 --min-freq 5",
                kTabular},
    CommandSpec{"show", Command::Show, Words::Needed, "ID", "an article, or passage K of it as ID#K",
                "nutgraf-query show news.idx harbour-post/2023/06/19/envoy.txt\n"
                "nutgraf-query show news.idx 'envoy.txt#2' --origin",
                "text json"},
    CommandSpec{"terms", Command::Terms, Words::Optional, "PATTERN", "words of the index",
                "nutgraf-query terms news.idx 'princip*'\n"
                "nutgraf-query terms news.idx -f tsv",
                kTabular},
    CommandSpec{"analyze", Command::Analyze, Words::Needed, "TEXT", "the words of a text as the index makes them",
                "nutgraf-query analyze news.idx \"The U.S. cease-fire\"", kTabular},
    CommandSpec{"explain", Command::Explain, Words::Query, "QUERY", "how a query is read, without a search",
                "nutgraf-query explain news.idx '\"one china\" -taiwan'", "text json"},
    CommandSpec{"eval", Command::Eval, Words::None, "", "measures of ranked passages against judgments",
                "nutgraf-query eval news.idx --queries topics.tsv --qrels qrels.txt\n"
                "nutgraf-query eval news.idx --queries topics.tsv --qrels qrels.txt --per-query -f json\n"
                "nutgraf-query eval news.idx --queries topics.tsv --qrels qrels.txt --expand --baseline run.txt",
                "text json"},
};

}  // namespace

std::span<const CommandSpec> commands() {
  return kCommands;
}

const CommandSpec* find_command(std::string_view name) {
  const auto* found =
      std::find_if(kCommands.begin(), kCommands.end(), [&](const CommandSpec& c) { return c.name == name; });
  return found == kCommands.end() ? nullptr : found;
}

std::string command_names() {
  std::string names;
  for (const CommandSpec& command : kCommands) {
    names += names.empty() ? "" : ", ";
    names += command.name;
  }
  return names;
}

std::string synopsis(const CommandSpec& command) {
  switch (command.words) {
    case Words::None:
      return "INDEX --queries FILE";
    case Words::Optional:
      return fmt::format("INDEX [{}]", command.word_name);
    case Words::Query:
    case Words::Needed:
      break;
  }
  return fmt::format("INDEX {}", command.word_name);
}

std::string program_help() {
  std::string text =
      "nutgraf-query asks an index of news articles that nutgraf-index built.\n\n"
      "Usage: nutgraf-query COMMAND INDEX ...\n\n"
      "Commands:\n";
  for (const CommandSpec& command : kCommands) {
    text += fmt::format("  {:<10} {:<20} {}\n", command.name, synopsis(command), command.summary);
  }
  text +=
      "\nINDEX may also stand in -i/--index or in NUTGRAF_INDEX. All further words are the query; after -- nothing is "
      "an\n"
      "option. nutgraf-query COMMAND --help (or help COMMAND) lists the options of a command.\n\n"
      "Examples:\n"
      "  nutgraf-query search news.idx One China principle\n"
      "  nutgraf-query count news.idx '\"one china principle\" date:2023'\n\n"
      "Exit codes: 0 found, 1 nothing found, 2 wrong usage or query, 3 index missing or damaged, 5 failed on the "
      "way.\n";
  return text;
}

}  // namespace nutgraf::query
