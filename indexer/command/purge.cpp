// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/purge.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_set>

#include "core/index/layout.h"
#include "indexer/command/build_report.h"
#include "indexer/command/interrupt.h"
#include "indexer/command/live_index.h"
#include "indexer/ledger/blocklist.h"
#include "indexer/ledger/rejects.h"
#include "indexer/report.h"
#include "indexer/store/files.h"
#include "indexer/store/lock.h"
#include "indexer/store/optimize.h"
#include "indexer/store/value_bounds.h"
#include "indexer/store/word_recount.h"
#include "indexer/survey/frozen.h"

namespace nutgraf::command {
namespace {

using Ids = std::unordered_set<std::string_view>;

void block_texts(const std::filesystem::path& generation, const Ids& ids, ledger::Blocklist& blocked) {
  const auto block_each = [&](const auto& entries) {
    for (const auto& entry : entries) {
      if (ids.contains(entry.id)) {
        blocked.add(entry.id, entry.hash);
      }
    }
  };
  (void)ledger::read_ledger(generation / layout::kSources, [&](ledger::FileEntry&& file) {
    block_each(file.articles);
    block_each(file.vanished);
    block_each(file.absent);
  });
}

/// "id a7 is declared twice: ..."
bool names_one(const std::string& reason, const std::vector<std::string>& ids) {
  return std::ranges::any_of(ids,
                             [&](const std::string& id) { return reason.starts_with(fmt::format("id {} is ", id)); });
}

}  // namespace

void block(const std::filesystem::path& index, const std::vector<std::string>& ids) {
  ledger::Blocklist blocked = ledger::Blocklist::read(index);
  const std::size_t before = blocked.size();
  const Ids wanted(ids.begin(), ids.end());
  const std::string live = live_index(index).generation;
  for (const std::string& name : layout::finished_generations(index)) {
    try {
      block_texts(layout::generation_folder(index, name), wanted, blocked);
    } catch (const Failure&) {
      if (name == live) {
        throw;
      }
      // A damaged ledger of an earlier generation, which goes anyway.
    }
  }
  if (blocked.size() != before) {
    blocked.write(index);
  }
}

void erase_traces(const store::NewGeneration& generation, const std::vector<std::string>& ids,
                  const WritingOptions& writing) {
  store::recount_words(generation.passages(), writing.threads, Interrupt::check);
  store::tighten_value_bounds(generation.passages());
  store::compact_in_place(generation.passages());
  std::vector<read::Reject> rejects = ledger::read_rejects(generation.folder());
  std::erase_if(rejects, [&](const read::Reject& reject) { return names_one(reject.reason, ids); });
  ledger::write_rejects(generation.folder(), rejects);
  const std::filesystem::path file = generation.folder() / survey::kFrozenFile;
  if (const auto frozen = survey::Frozen::open(file)) {
    frozen->write_without(file, {ids.begin(), ids.end()});
  }
}

void remove_earlier(const std::filesystem::path& index) {
  try {
    store::remove_all_but_live(index);
    store::remove_tree(index / layout::kQuarantine);
  } catch (const Failure& failure) {
    throw Failure(ExitCode::Failed,
                  fmt::format("purged from the live generation, but not from disk: {}", failure.what()),
                  "see that it can be removed, then give the same command again");
  }
}

void say_same_texts(const ledger::LedgerIndex& known, const std::vector<std::string>& ids, const Console& console) {
  const Ids gone(ids.begin(), ids.end());
  Ids texts;
  for (const std::string& id : ids) {
    if (const ledger::ArticleEntry* article = known.article(id)) {
      texts.insert(ledger::text_part(article->hash));
    }
  }
  for (const ledger::FileEntry& file : known.files()) {
    for (const ledger::ArticleEntry& article : file.articles) {
      if (!gone.contains(article.id) && texts.contains(ledger::text_part(article.hash))) {
        console.warn(fmt::format("{} has the same text and stays", article.id));
      }
    }
  }
}

ExitCode unblock(const IndexOptions& options, const std::vector<std::string>& ids, const Console& console) {
  Report report = report_of("delete --unblock", options, ledger::read_manifest(live_index(options.index).folder));
  const store::WriterLock lock(options.index, options.writing.lock_timeout);
  ledger::Blocklist blocked = ledger::Blocklist::read(options.index);
  for (const std::string& id : ids) {
    const std::size_t texts = blocked.lift(id);
    if (texts == 0) {
      console.warn(fmt::format("nothing is blocked under the id {}", id));
      ++report.not_found;
    }
    report.unblocked += texts;
  }
  if (report.unblocked != 0 && options.writing.run == Run::Real) {
    blocked.write(options.index);
  }
  console.report(report);
  return ExitCode::Done;
}

void require_none_blocked(const std::filesystem::path& index, const std::filesystem::path& generation) {
  const ledger::Blocklist blocked = ledger::Blocklist::read(index);
  if (blocked.empty()) {
    return;
  }
  std::uint64_t found = 0;
  (void)ledger::read_ledger(generation / layout::kSources, [&](ledger::FileEntry&& file) {
    for (const auto* list : {&file.articles, &file.vanished}) {
      found += static_cast<std::uint64_t>(std::ranges::count_if(*list, [&](const ledger::ArticleEntry& article) {
        return blocked.blocks(article.id, article.hash, IdSource::Declared);
      }));
    }
  });
  if (found != 0) {
    throw Failure(ExitCode::Failed,
                  fmt::format("generation {} has {} that was purged since", generation.filename().string(),
                              counted(found, "article")),
                  "give the delete --purge command again: it removes that generation");
  }
}

}  // namespace nutgraf::command
