// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

#include "core/base/file_reader.h"
#include "core/base/utf8.h"
#include "core/index/layout.h"
#include "indexer/command/agreement.h"
#include "indexer/command/build_report.h"
#include "indexer/command/commands.h"
#include "indexer/command/interrupt.h"
#include "indexer/command/live_edit.h"
#include "indexer/command/live_index.h"
#include "indexer/command/matching_ids.h"
#include "indexer/command/publication.h"
#include "indexer/command/purge.h"
#include "indexer/ledger/ledger_index.h"
#include "indexer/store/optimize.h"
#include "indexer/store/sums.h"

namespace nutgraf::command {
namespace {

void read_ids(const std::string& file, std::vector<std::string>& ids) {
  LineReader lines(file, "--ids wants a file of ids, one a line, or - for standard input");
  bool first = true;
  for (std::string line; lines.next(line);) {
    if (std::exchange(first, false) && line.starts_with(utf8::kByteOrderMarkBytes)) {
      line.erase(0, utf8::kByteOrderMarkBytes.size());
    }
    if (line.ends_with('\r')) {
      line.pop_back();
    }
    if (!line.empty()) {
      ids.push_back(line);
    }
  }
}

/// Of --id and --ids, in the order given.
std::vector<std::string> named_ids(const IndexOptions& options) {
  std::vector<std::string> ids = options.ids;
  if (!options.ids_file.empty()) {
    read_ids(options.ids_file, ids);
  }
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

enum class Emptied : std::uint8_t { Kept, Dropped };  // files of which nothing is left: their names may say enough

void write_ledger_without(const std::filesystem::path& file, const ledger::LedgerIndex& known,
                          const std::vector<std::string>& ids, Emptied emptied) {
  const std::unordered_set<std::string_view> gone(ids.begin(), ids.end());
  const auto is_gone = [&](const auto& entry) { return gone.contains(entry.id); };
  ledger::Writer writer(file, known.reading());
  for (ledger::FileEntry entry : known.files()) {
    const std::size_t erased = std::erase_if(entry.articles, is_gone) + std::erase_if(entry.vanished, is_gone) +
                               std::erase_if(entry.absent, is_gone);
    const bool empty = entry.articles.empty() && entry.vanished.empty() && entry.absent.empty();
    if (erased == 0 || !empty || emptied == Emptied::Kept) {
      writer.write(entry);
    }
  }
  writer.close();
}

/// What is taken from which generation.
struct Deletion {
  const LiveIndex& live;
  const ledger::LedgerIndex& known;
  const std::vector<std::string>& ids;
};

/// The manifest of what is live afterwards.
ledger::Manifest publish_without(const Deletion& deletion, LiveEdit& edit, const IndexOptions& options,
                                 const Console& console) {
  const bool purged = options.erasure == Erasure::Purged;
  const Contract contract = edit.finish({});
  Interrupt::check();
  store::NewGeneration& generation = edit.generation();
  ledger::Manifest manifest = ledger::read_manifest(generation.folder());
  if (purged) {
    erase_traces(generation, deletion.ids, options.writing);
    manifest.density = store::density_of(generation.passages(), contract.passages);
  }
  write_ledger_without(generation.folder() / layout::kSources, deletion.known, deletion.ids,
                       purged ? Emptied::Dropped : Emptied::Kept);
  manifest.generation = generation.name();
  manifest.built_at = ledger::utc_now();
  manifest.command = "delete";
  manifest.contract = contract;
  manifest.sums = store::sums_of_copy(generation.folder(), {deletion.live.folder, manifest.sums});
  ledger::write_manifest(generation.folder(), manifest);
  require_sound(generation, options.writing.verify);
  Interrupt::check();
  if (purged) {
    block(options.index, deletion.ids);
  }
  publish(generation, purged ? 0 : options.writing.keep, console);
  if (purged) {
    remove_earlier(options.index);
  }
  return manifest;
}

/// What a dry run would leave.
void subtract(Report& report, const ledger::LedgerIndex& known, const std::vector<std::string>& ids) {
  for (const std::string& id : ids) {
    report.articles -= 1;
    report.passages -= known.article(id)->passages;
  }
}

/// All that are meant, those of the query too.
std::vector<std::string> wanted_ids(const IndexOptions& options, std::vector<std::string> ids) {
  if (!options.query.empty()) {
    std::ranges::copy(matching_ids(options.index, {options.query, options.match}), std::back_inserter(ids));
  }
  std::unordered_set<std::string> seen;
  std::erase_if(ids, [&](const std::string& id) { return !seen.insert(id).second; });
  return ids;
}

}  // namespace

ExitCode delete_articles(const IndexOptions& options, const Console& console) {
  const Interrupt interrupt;
  const Stopwatch watch;
  std::vector<std::string> named = named_ids(options);
  if (options.blocking == Blocking::Lifted) {
    return unblock(options, named, console);
  }
  const LockedIndex locked(options.index, options.writing.lock_timeout);
  const std::filesystem::path& live = locked.live.folder;
  const ledger::LedgerIndex known(live / layout::kSources);
  ledger::Manifest manifest = ledger::read_manifest(live);
  require_agreement(live, count_ledger(known), manifest.contract);
  std::vector<std::string> ids = wanted_ids(options, std::move(named));
  const auto missing =
      std::stable_partition(ids.begin(), ids.end(), [&](const std::string& id) { return known.article(id); });
  const std::vector<std::string> not_found(missing, ids.end());
  const std::vector<std::string> found(ids.begin(), missing);

  LiveEdit edit(options.index, options.writing.run);
  for (const std::string& id : found) {
    edit.remove(id);
    Interrupt::check();
  }
  const bool purged = options.erasure == Erasure::Purged;
  const bool real = options.writing.run == Run::Real;
  if (purged && real) {
    edit.open();  // also for what was deleted before: earlier generations have it, and lists of words
  }
  if (real && (purged || edit.has_changes())) {
    manifest = publish_without({locked.live, known, ids}, edit, options, console);
  } else if (real) {
    store::remove_unfinished(options.index);
  }
  say_not_found(not_found, console);
  if (purged) {
    say_same_texts(known, found, console);
  }
  Report report = report_of("delete", options, manifest);
  report.deleted = found.size();
  report.not_found = not_found.size();
  if (!real) {
    subtract(report, known, found);
  }
  report.seconds = watch.seconds();
  console.report(report);
  if (!real) {
    console.log("dry run: nothing was written");
  }
  return ExitCode::Done;
}

}  // namespace nutgraf::command
