// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/live_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <system_error>

#include "core/base/failure.h"
#include "core/base/folder_entries.h"
#include "core/cli/shell_word.h"
#include "core/index/layout.h"
#include "core/index/missing.h"
#include "core/index/open.h"
#include "indexer/ledger/ledger.h"

namespace nutgraf::command {
namespace {

namespace fs = std::filesystem;

bool is_our_entry(const fs::directory_entry& entry) {
  constexpr std::array kOurs{
      layout::kStub,    layout::kUnfinishedStub,    layout::kLock,      layout::kGenerations, layout::kParts,
      layout::kBlocked, layout::kUnfinishedBlocked, layout::kQuarantine};
  const std::string name = entry.path().filename().string();
  return std::ranges::any_of(kOurs, [&](std::string_view ours) { return name == ours; });
}

/// Absent, an empty folder, or a folder that contains only what we put there.
bool can_take_an_index(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(path, error))) {
    return true;
  }
  if (!fs::is_directory(path, error)) {
    return false;
  }
  return std::ranges::all_of(folder_entries(path), is_our_entry);
}

bool named_like_index(const std::string& path) {
  return path.ends_with(".idx") || path.ends_with(".idx/") || layout::is_index(path);
}

[[noreturn]] void refuse_order(const fs::path& index, std::vector<std::string> inputs) {
  const auto meant = std::ranges::find_if(inputs, named_like_index);
  const std::string real_index = *meant;
  *meant = index.string();
  std::rotate(inputs.begin(), meant, std::next(meant));
  throw Failure(ExitCode::Usage,
                fmt::format("{} is not an index: INDEX comes first, then what to read", index.string()),
                fmt::format("nutgraf-index build {} {}", cli::shell_word(real_index), cli::shell_words(inputs)));
}

std::optional<LiveIndex> find_live(const fs::path& index) {
  const auto generation = layout::live_generation(index);
  return generation ? std::optional(LiveIndex{*generation, layout::generation_folder(index, *generation)})
                    : std::nullopt;
}

/// As far as a build needs it: how the inputs were read, and how many articles there were.
ledger::Manifest manifest_without_file(const fs::path& generation) {
  ledger::Manifest manifest;
  manifest.reading = ledger::read_ledger(generation / layout::kSources, [](ledger::FileEntry&&) {});
  manifest.contract = open_index(generation / layout::kPassages).contract;
  return manifest;
}

std::optional<ledger::Manifest> readable_manifest(const fs::path& generation) {
  for (const auto read : {ledger::read_manifest, manifest_without_file}) {
    try {
      return read(generation);
    } catch (const Failure&) {
      continue;
    }
  }
  return std::nullopt;
}

}  // namespace

LiveIndex live_index(const fs::path& index) {
  if (std::optional<LiveIndex> live = find_live(index)) {
    return *live;
  }
  throw missing_index(index);
}

store::WriterLock lock_index(const fs::path& index, std::chrono::milliseconds timeout) {
  std::error_code error;
  if (!layout::is_index(index) && !fs::exists(index / layout::kGenerations, error) &&
      !fs::exists(fs::symlink_status(index / layout::kLock, error))) {
    throw missing_index(index);
  }
  return {index, timeout};
}

// Looked for with the lock held: another writer may have published while this one waited.
LockedIndex::LockedIndex(const fs::path& index, std::chrono::milliseconds lock_timeout)
    : lock(lock_index(index, lock_timeout)) {
  if (std::optional<LiveIndex> found = find_live(index)) {
    live = *found;
  } else {
    throw missing_index_of_writer(index);
  }
}

std::optional<ledger::Manifest> last_manifest(const fs::path& index) {
  std::vector<std::string> generations = layout::finished_generations(index);
  const std::optional<LiveIndex> live = find_live(index);
  if (live) {
    std::erase(generations, live->generation);
    generations.push_back(live->generation);
  }
  for (auto generation = generations.rbegin(); generation != generations.rend(); ++generation) {
    const fs::path folder = layout::generation_folder(index, *generation);
    if (std::optional<ledger::Manifest> manifest = readable_manifest(folder)) {
      return manifest;
    }
  }
  if (generations.empty()) {
    return std::nullopt;
  }
  throw Failure(ExitCode::Missing,
                fmt::format("{} has an index of which nothing can be read, so a build would not know what it replaces",
                            index.string()),
                fmt::format("nutgraf-index rollback {0}; if that finds nothing sound, move {0} away and build again",
                            index.string()));
}

void require_build_target(const fs::path& index, const std::vector<std::string>& inputs) {
  if (layout::is_index(index)) {
    return;
  }
  const bool takes_index = can_take_an_index(index);
  const bool other_is_index = std::ranges::any_of(inputs, named_like_index);
  if (other_is_index && !named_like_index(index.string())) {
    refuse_order(index, inputs);
  }
  std::error_code error;
  if (const auto size = fs::file_size(index / layout::kStub, error); takes_index && !error && size > 0) {
    throw Failure(ExitCode::Usage,
                  fmt::format("{} has an XAPIANDB that no build made; build would not replace it", index.string()),
                  "name another folder for INDEX; if XAPIANDB joins indexes that are elsewhere, build one of those");
  }
  if (!takes_index) {
    const bool folder = fs::is_directory(index, error);
    throw Failure(ExitCode::Usage,
                  fmt::format("{} is {} and no index; build would not write there", index.string(),
                              folder ? "a folder with other things in it" : "a file"),
                  "nutgraf-index build news.idx " +
                      (inputs.empty() ? cli::shell_word(index.string()) : cli::shell_words(inputs)));
  }
}

}  // namespace nutgraf::command
