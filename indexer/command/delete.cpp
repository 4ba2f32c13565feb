// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <unordered_set>

#include "core/base/standard_streams.h"
#include "core/index/layout.h"
#include "indexer/command/build_report.h"
#include "indexer/command/commands.h"
#include "indexer/command/interrupt.h"
#include "indexer/command/live_edit.h"
#include "indexer/command/live_index.h"
#include "indexer/command/publication.h"
#include "indexer/ledger/ledger_index.h"
#include "indexer/store/optimize.h"
#include "indexer/store/sums.h"

namespace nutgraf::command {
namespace {

void read_ids(std::istream& in, std::vector<std::string>& ids) {
  std::string line;
  while (std::getline(in, line)) {
    if (line.ends_with('\r')) {
      line.pop_back();
    }
    if (!line.empty()) {
      ids.push_back(line);
    }
  }
}

/// Of --id and --ids, each once, in the order given.
std::vector<std::string> wanted_ids(const IndexOptions& options) {
  std::vector<std::string> ids = options.ids;
  if (options.ids_file == "-") {
    read_ids(std::cin, ids);
    require_standard_input_read();
  } else if (!options.ids_file.empty()) {
    std::ifstream in(options.ids_file, std::ios::binary);
    if (!in || std::filesystem::is_directory(options.ids_file)) {
      throw Failure(ExitCode::Missing, fmt::format("cannot read the ids in {}", options.ids_file),
                    "--ids wants a file of ids, one a line, or - for standard input");
    }
    read_ids(in, ids);
    if (in.bad()) {
      throw Failure(ExitCode::Missing, fmt::format("cannot read the ids in {} to their end", options.ids_file));
    }
  }
  std::unordered_set<std::string> seen;
  std::erase_if(ids, [&](const std::string& id) { return !seen.insert(id).second; });
  return ids;
}

void say_not_found(const std::vector<std::string>& ids, const Console& console) {
  constexpr std::size_t kNamedIds = 20;
  for (const std::string& id : std::span(ids).first(std::min(kNamedIds, ids.size()))) {
    console.warn(fmt::format("no article has the id {}", id));
  }
  if (ids.size() > kNamedIds) {
    console.log(fmt::format("... and {} more ids", fmt::group_digits(ids.size() - kNamedIds)));
  }
}

void write_ledger_without(const std::filesystem::path& file, const ledger::LedgerIndex& known,
                          const std::vector<std::string>& ids) {
  const std::unordered_set<std::string_view> gone(ids.begin(), ids.end());
  const auto is_gone = [&](const ledger::ArticleEntry& article) { return gone.contains(article.id); };
  ledger::Writer writer(file, known.reading());
  for (ledger::FileEntry entry : known.files()) {
    std::erase_if(entry.articles, is_gone);
    std::erase_if(entry.vanished, is_gone);
    std::erase_if(entry.absent, [&](const ledger::AbsentEntry& absent) { return gone.contains(absent.id); });
    writer.write(entry);
  }
  writer.close();
}

/// What is taken from which generation.
struct Deletion {
  const LiveIndex& live;
  const ledger::LedgerIndex& known;
  const std::vector<std::string>& ids;
};

Contract publish_without(const Deletion& deletion, LiveEdit& edit, const IndexOptions& options,
                         const Console& console) {
  Contract contract = edit.finish({});
  Interrupt::check();
  store::NewGeneration& generation = edit.generation();
  if (options.erasure == Erasure::Purged) {
    store::compact_in_place(generation.passages());
  }
  write_ledger_without(generation.folder() / layout::kSources, deletion.known, deletion.ids);
  ledger::Manifest manifest = ledger::read_manifest(generation.folder());
  manifest.generation = generation.name();
  manifest.built_at = ledger::utc_now();
  manifest.command = "delete";
  if (options.erasure == Erasure::Purged) {
    manifest.density = store::density_of(generation.passages(), contract.passages);
  }
  manifest.contract = contract;
  manifest.sums = store::sums_of_copy(generation.folder(), {deletion.live.folder, manifest.sums});
  ledger::write_manifest(generation.folder(), manifest);
  require_sound(generation, options.writing.verify);
  Interrupt::check();
  publish(generation, options.erasure == Erasure::Purged ? 0 : options.writing.keep, console);
  return contract;
}

}  // namespace

ExitCode delete_articles(const IndexOptions& options, const Console& console) {
  const Interrupt interrupt;
  const Stopwatch watch;
  std::vector<std::string> ids = wanted_ids(options);
  const LockedIndex locked(options.index, options.writing.lock_timeout);
  const LiveIndex& live = locked.live;
  Contract contract = ledger::read_manifest(live.folder).contract;
  const ledger::LedgerIndex known(live.folder / layout::kSources);
  const auto missing =
      std::stable_partition(ids.begin(), ids.end(), [&](const std::string& id) { return known.article(id); });
  const std::vector<std::string> not_found(missing, ids.end());
  ids.erase(missing, ids.end());

  LiveEdit edit(options.index, options.writing.run);
  for (const std::string& id : ids) {
    edit.remove(id);
    Interrupt::check();
  }
  Report report;
  report.command = "delete";
  report.index = options.index.string();
  report.generation = live.generation;
  if (edit.has_changes() && options.writing.run == Run::Real) {
    contract = publish_without({live, known, ids}, edit, options, console);
    report.generation = edit.generation().name();
  }
  report.deleted = ids.size();
  report.not_found = not_found.size();
  report.articles = contract.articles;
  report.passages = contract.passages;
  report.undated = contract.undated;
  report.seconds = watch.seconds();
  say_not_found(not_found, console);
  console.report(report);
  if (options.writing.run == Run::Dry) {
    console.log("dry run: nothing was written");
  }
  return ExitCode::Done;
}

}  // namespace nutgraf::command
