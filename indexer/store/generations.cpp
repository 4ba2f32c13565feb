// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/generations.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "core/base/denial.h"
#include "core/base/failure.h"
#include "core/base/folder_entries.h"
#include "core/index/layout.h"
#include "core/index/missing.h"
#include "indexer/ledger/manifest.h"
#include "indexer/store/files.h"
#include "indexer/store/sums.h"
#include "indexer/store/verify.h"

namespace nutgraf::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPartial = ".partial";

std::optional<std::uint64_t> number_of(std::string_view name) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  return error == std::errc{} && end == name.data() + name.size() ? std::optional(number) : std::nullopt;
}

std::string name_of(std::uint64_t number) {
  return fmt::format("{:04}", number);
}

/// What is in the folder of generations: finished ones, and what killed writers left.
struct Found {
  std::vector<std::uint64_t> finished;  // ascending
  std::vector<fs::path> partial;
};

Found look(const fs::path& index) {
  Found found;
  for (const std::string& name : layout::finished_generations(index)) {
    if (const auto number = number_of(name)) {
      found.finished.push_back(*number);
    }
  }
  for (const fs::directory_entry& entry : folder_entries(index / layout::kGenerations)) {
    if (entry.path().filename().string().ends_with(kPartial)) {
      found.partial.push_back(entry.path());
    }
  }
  return found;
}

std::optional<std::uint64_t> live_number(const fs::path& index) {
  const auto name = layout::live_generation(index);
  return name ? number_of(*name) : std::nullopt;
}

fs::path partial_folder(const fs::path& index, std::string_view name) {
  return index / layout::kGenerations / fmt::format("{}{}", name, kPartial);
}

std::string next_name(const Found& found, std::optional<std::uint64_t> live) {
  const std::uint64_t last = found.finished.empty() ? 0 : found.finished.back();
  return name_of(std::max(last, live.value_or(0)) + 1);
}

/// Takes generations off the list before anything in them goes: of a writer that is killed, or a power cut, none is
/// left that looks whole and is not.
void discard(const fs::path& index, const std::vector<std::uint64_t>& numbers) {
  if (numbers.empty()) {
    return;
  }
  const auto gone = [&](std::uint64_t number) { return partial_folder(index, name_of(number)); };
  for (const std::uint64_t number : numbers) {
    rename_path(layout::generation_folder(index, name_of(number)), gone(number));
  }
  sync_folder(index / layout::kGenerations);
  for (const std::uint64_t number : numbers) {
    remove_tree(gone(number));
  }
  sync_folder(index / layout::kGenerations);
}

struct Swap {
  std::optional<std::uint64_t> was_live;
  std::uint64_t live = 0;  // known, not read from the stub again: that may fail, and the live one must not go
};

/// All but the new live generation and `keep` older ones. Those between the one that was live and the new one were
/// rolled back, or their writer was killed before the swap: nobody would want them back.
std::vector<std::uint64_t> unwanted(const fs::path& index, const Swap& swap, int keep) {
  std::vector<std::uint64_t> older = look(index).finished;
  std::reverse(older.begin(), older.end());
  int kept = 0;
  std::erase_if(older, [&](std::uint64_t number) {
    const bool candidate = number < swap.live && (!swap.was_live || number <= *swap.was_live);
    const bool is_kept = number == swap.live || (candidate && kept < keep);
    kept += is_kept && number != swap.live ? 1 : 0;
    return is_kept;
  });
  return older;
}

/// The new generation is live already: what cannot go now goes with the next build.
void prune(const fs::path& index, const Swap& swap, int keep) {
  try {
    discard(index, unwanted(index, swap, keep));
  } catch (const Failure&) {
  } catch (const fs::filesystem_error&) {
  }
}

}  // namespace

NewGeneration::NewGeneration(fs::path index, std::string name)
    : index_(std::move(index)), folder_(partial_folder(index_, name)), name_(std::move(name)) {}

NewGeneration::NewGeneration(NewGeneration&& other) noexcept
    : index_(std::move(other.index_)), folder_(std::exchange(other.folder_, {})), name_(std::move(other.name_)) {}

NewGeneration& NewGeneration::operator=(NewGeneration&& other) noexcept {
  std::swap(index_, other.index_);
  std::swap(folder_, other.folder_);
  std::swap(name_, other.name_);
  return *this;
}

NewGeneration::~NewGeneration() {
  if (!folder_.empty()) {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
}

void remove_unfinished(const fs::path& index) {
  for (const fs::path& left : look(index).partial) {
    remove_tree(left);
  }
  for (const std::string_view name : {layout::kUnfinishedStub, layout::kUnfinishedBlocked}) {
    remove_tree(index / name);
  }
}

NewGeneration NewGeneration::create(const fs::path& index) {
  make_folders(index / layout::kGenerations);
  remove_unfinished(index);
  const Found found = look(index);
  NewGeneration made(index, next_name(found, live_number(index)));
  make_folders(made.folder_);
  return made;
}

NewGeneration NewGeneration::copy_live(const fs::path& index) {
  const auto live = layout::live_generation(index);
  if (!live) {
    throw missing_index_of_writer(index);
  }
  const fs::path folder = layout::generation_folder(index, *live);
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    throw Failure(ExitCode::Missing, fmt::format("the live generation {} is missing", folder.string()),
                  fmt::format("go back to the one before it: nutgraf-index rollback {}", index.string()));
  }
  NewGeneration made = create(index);
  copy_tree(folder, made.folder_);
  return made;
}

fs::path NewGeneration::passages() const {
  return folder_ / layout::kPassages;
}

fs::path NewGeneration::scratch() const {
  return folder_ / layout::kScratch;
}

Durability NewGeneration::publish(int keep) {
  remove_tree(scratch());
  sync_tree(folder_);
  const auto was_live = live_number(index_);
  rename_path(folder_, layout::generation_folder(index_, name_));
  folder_.clear();
  sync_folder(index_ / layout::kGenerations);
  const Durability durability = make_live(index_, name_);
  prune(index_, {was_live, number_of(name_).value_or(0)}, keep);
  return durability;
}

std::vector<fs::path> leftovers(const fs::path& index) {
  Found found = look(index);
  std::vector<fs::path> left = std::move(found.partial);
  std::sort(left.begin(), left.end());
  const auto live = live_number(index);
  for (const std::uint64_t number : found.finished) {
    if (number > live.value_or(number)) {
      left.push_back(layout::generation_folder(index, name_of(number)));
    }
  }
  std::error_code error;
  for (const fs::path& path : {index / layout::kParts, index / layout::kUnfinishedStub}) {
    if (fs::exists(path, error)) {
      left.push_back(path);
    }
  }
  return left;
}

void remove_all_but_live(const fs::path& index) {
  const auto live = live_number(index);
  if (!live) {
    throw missing_index_of_writer(index);  // the stub cannot be read: any of them may be the live one
  }
  std::vector<std::uint64_t> others = look(index).finished;
  std::erase(others, *live);
  discard(index, others);
  for (const fs::path& left : leftovers(index)) {
    remove_tree(left);
  }
}

fs::path update_scratch(const fs::path& index) {
  return partial_folder(index, "update");
}

std::string scratch_name(const fs::path& index) {
  const std::string path = fs::absolute(index).lexically_normal().string();
  return fmt::format("nutgraf-{:016x}", XXH3_64bits(path.data(), path.size()));
}

std::vector<std::string> rollback_targets(const fs::path& index) {
  const auto live = live_number(index);
  std::vector<std::string> targets = layout::finished_generations(index);
  std::erase_if(targets, [&](const std::string& name) { return live && number_of(name) >= live; });
  std::ranges::reverse(targets);
  return targets;
}

Durability make_live(const fs::path& index, std::string_view generation) {
  return replace_file(index / layout::kStub, layout::stub_text(generation));
}

std::vector<std::string> problems_of(const fs::path& index, std::string_view generation) {
  const fs::path folder = layout::generation_folder(index, generation);
  ledger::FileSums sums;
  try {
    sums = ledger::read_manifest(folder).sums;
  } catch (const Failure& failure) {
    if (failure.advice() == kOnDenial) {
      throw;
    }
    return {failure.what()};
  }
  return sums.empty() ? verify(folder, VerifyLevel::Sampled) : differences({folder, sums});
}

}  // namespace nutgraf::store
