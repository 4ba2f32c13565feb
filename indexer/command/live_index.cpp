// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/live_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <system_error>

#include "core/base/failure.h"
#include "core/cli/shell_word.h"
#include "core/index/layout.h"

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
  const fs::directory_iterator entries(path, error);
  return !error && std::all_of(begin(entries), end(entries), is_our_entry);
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

}  // namespace

LiveIndex live_index(const fs::path& index) {
  if (const auto generation = layout::live_generation(index)) {
    return {*generation, layout::generation_folder(index, *generation)};
  }
  std::error_code error;
  const bool exists = fs::exists(index, error);
  if (fs::is_directory(index / layout::kGenerations, error) && can_take_an_index(index)) {
    throw Failure(ExitCode::Missing,
                  fmt::format("{} contains no index yet, only what an interrupted build left", index.string()),
                  "build it again; with --resume it continues from the finished parts");
  }
  throw Failure(ExitCode::Missing,
                exists ? fmt::format("{} is not a nutgraf index", index.string())
                       : fmt::format("there is no index at {}", index.string()),
                "nutgraf-index build INDEX INPUT... makes one");
}

// Asked for twice: without an index, the lock would make its folder; and another writer may have published while this
// one waited.
LockedIndex::LockedIndex(const fs::path& index, std::chrono::milliseconds lock_timeout)
    : live(live_index(index)), lock(index, lock_timeout) {
  live = live_index(index);
}

std::optional<ledger::Manifest> live_manifest(const fs::path& index) {
  try {
    return ledger::read_manifest(live_index(index).folder);
  } catch (const Failure&) {
    return std::nullopt;
  }
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
  if (!takes_index) {
    std::error_code error;
    const bool folder = fs::is_directory(index, error);
    throw Failure(ExitCode::Usage,
                  fmt::format("{} is {} and no index; build would not write there", index.string(),
                              folder ? "a folder with other things in it" : "a file"),
                  "nutgraf-index build news.idx " +
                      (inputs.empty() ? cli::shell_word(index.string()) : cli::shell_words(inputs)));
  }
}

}  // namespace nutgraf::command
