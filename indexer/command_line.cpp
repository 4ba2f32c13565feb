// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command_line.h"

#include "indexer/option_groups.h"
#include "indexer/resolve.h"

namespace nutgraf {
namespace {

/// Its commands write into `options`.
cli::Program program(IndexOptions& options) {
  const auto as = [&](Command command, void (*declare)(CLI::App&, IndexOptions&)) {
    return cli::declaring(options, command, declare);
  };
  return {
      "nutgraf-index",
      "builds and maintains indexes of news articles",
      "nutgraf-index builds and maintains indexes of news articles; nutgraf-query searches them.",
      "INDEX may also be given with -i/--index or in NUTGRAF_INDEX.\n\n"
      "Exit codes: 0 done, also when nothing changed, 1 no article found (nothing is published), or --strict and\n"
      "something was left out, 2 usage error, 3 index or input missing or damaged, 4 another writer is running,\n"
      "5 failed or refused, the previous index still answers, 130 interrupted.",
      "nutgraf-index build news.idx articles/\n"
      "nutgraf-index update news.idx\n"
      "nutgraf-query search news.idx One China principle",
      cli::WordKind::Path,
      {
          {"build", "INDEX [INPUT...]", "builds a new index and swaps it in when it is complete",
           "nutgraf-index build news.idx articles/\n"
           "nutgraf-index build news.idx dump.jsonl.gz --map text=body --map title=head\n"
           "nutgraf-index build news.idx          # same inputs and options as last time",
           as(Command::Build, build_options)},
          {"update", "INDEX [INPUT...]", "adds new articles and replaces changed ones",
           "nutgraf-index update news.idx articles/\n"
           "nutgraf-index update news.idx --prune # also remove what is gone from the inputs",
           as(Command::Update, update_options)},
          {"delete", "INDEX (--id ID... | --ids FILE | --query QUERY)", "deletes articles by id or by query",
           "nutgraf-index delete news.idx --id harbour-post/quay-walks.txt --id 2023/06/19/envoy.txt\n"
           "nutgraf-index delete news.idx --ids withdrawn.txt --purge\n"
           "nutgraf-index delete news.idx --query 'source:gazette date:2019'",
           as(Command::Delete, delete_options)},
          {"rollback", "INDEX", "makes an earlier generation live again, also where the live one is damaged or lost",
           "nutgraf-index rollback news.idx\n"
           "nutgraf-index rollback news.idx --to 7  # back to it, or forward again",
           as(Command::Rollback, rollback_options)},
          {"check", "INDEX", "checks every byte and every table; changes nothing", "nutgraf-index check news.idx",
           as(Command::Check, check_options)},
          {"stats", "INDEX", "shows what is in an index and what was left out",
           "nutgraf-index stats news.idx\n"
           "nutgraf-index stats news.idx --rejects\n"
           "nutgraf-index stats news.idx -f json",
           as(Command::Stats, stats_options)},
          {"optimize", "INDEX", "rewrites an index to take as little space as possible",
           "nutgraf-index optimize news.idx", as(Command::Optimize, optimize_options)},
          {"export", "INDEX", "writes all articles as JSON lines, which build reads again",
           "nutgraf-index export news.idx --to news.jsonl\n"
           "nutgraf-index export news.idx | zstd > news.jsonl.zst",
           as(Command::Export, export_options)},
          {"preview", "INPUT...", "shows articles, what is cut from them, and passages; builds no index",
           "nutgraf-index preview articles/2023/06/19/envoy.txt", as(Command::Preview, preview_options)},
      }};
}

}  // namespace

CommandLine read_command_line(std::span<const std::string> arguments) {
  return cli::read(program, resolve, arguments);
}

}  // namespace nutgraf
