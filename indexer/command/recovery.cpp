// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/recovery.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "core/base/failure.h"
#include "core/cli/shell_word.h"
#include "core/index/layout.h"
#include "indexer/store/generations.h"

namespace nutgraf::command {
namespace {

bool is_sound(const std::filesystem::path& index, std::string_view generation) {
  try {
    return store::problems_of(index, generation).empty();
  } catch (const Failure&) {
    return false;
  }
}

}  // namespace

std::string remedy(const std::filesystem::path& index, std::string_view damaged) {
  const std::string rollback = sound_rollback(index, damaged);
  return rollback.empty() ? fmt::format("no other generation is sound; make a new one: nutgraf-index build {}",
                                        cli::shell_word(index.string()))
                          : rollback;
}

std::string sound_rollback(const std::filesystem::path& index, std::string_view damaged) {
  const std::string name = cli::shell_word(index.string());
  const std::vector<std::string> targets = store::rollback_targets(index);  // those that a rollback tries
  std::vector<std::string> generations = layout::finished_generations(index);
  std::ranges::reverse(generations);
  std::stable_partition(generations.begin(), generations.end(), [&](const std::string& generation) {
    return std::ranges::find(targets, generation) != targets.end();
  });
  const auto sound = std::ranges::find_if(
      generations, [&](const std::string& generation) { return generation != damaged && is_sound(index, generation); });
  if (sound == generations.end()) {
    return {};
  }
  const bool is_target = std::ranges::find(targets, *sound) != targets.end();
  return fmt::format("generation {} is sound: nutgraf-index rollback {}{}", *sound, name,
                     is_target ? "" : fmt::format(" --to {}", *sound));
}

}  // namespace nutgraf::command
