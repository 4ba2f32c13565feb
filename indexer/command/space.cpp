// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/space.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <optional>

#include "core/base/failure.h"

namespace nutgraf::command {
namespace {

namespace fs = std::filesystem;

// Measured on English text and JSON lines of 5 MB and 202 MB: 4.6 and 3.8, and at the fullest 5.7 and 4.7 together.
constexpr double kIndexPerByte = 4.1;    // tables of a generation for each byte of text
constexpr double kScratchPerByte = 1.1;  // sorted runs and texts, beyond what the tables take by then

/// The folder itself, or what will contain it once it is made.
fs::path existing(fs::path folder) {
  std::error_code error;
  folder = fs::absolute(folder, error).lexically_normal();
  while (!fs::exists(folder, error) && folder.has_parent_path() && folder != folder.parent_path()) {
    folder = folder.parent_path();
  }
  return folder;
}

/// Nothing where the file system does not say.
std::optional<std::uint64_t> free_bytes(const fs::path& folder) {
  struct statvfs facts {};
  if (::statvfs(folder.c_str(), &facts) != 0 || facts.f_blocks == 0) {
    return std::nullopt;
  }
  return std::uint64_t{facts.f_bavail} * facts.f_frsize;
}

bool is_one_file_system(const fs::path& a, const fs::path& b) {
  struct stat of_a {};
  struct stat of_b {};
  return ::stat(a.c_str(), &of_a) == 0 && ::stat(b.c_str(), &of_b) == 0 && of_a.st_dev == of_b.st_dev;
}

std::string size_in_words(std::uint64_t bytes) {
  constexpr double kMega = 1e6;
  constexpr double kGiga = 1e9;
  const auto size = static_cast<double>(bytes);
  return size < kGiga ? fmt::format("{:.1f} MB", size / kMega) : fmt::format("{:.1f} GB", size / kGiga);
}

}  // namespace

std::vector<SpaceNeed> space_needs(const IndexOptions& options, std::uint64_t text_bytes) {
  const auto text = static_cast<double>(text_bytes);
  const auto index_bytes = static_cast<std::uint64_t>(text * kIndexPerByte);
  const auto scratch_bytes = static_cast<std::uint64_t>(text * kScratchPerByte);
  const fs::path index = existing(options.index);
  const fs::path scratch = options.writing.scratch.empty() ? index : existing(options.writing.scratch);
  std::vector<SpaceNeed> needs;
  const auto add = [&](const fs::path& folder, std::uint64_t bytes) {
    if (const auto free = free_bytes(folder)) {
      needs.push_back({folder, bytes, *free});
    }
  };
  if (is_one_file_system(index, scratch)) {
    add(index, index_bytes + scratch_bytes);
  } else {
    add(index, index_bytes);
    add(scratch, scratch_bytes);
  }
  return needs;
}

std::string to_line(const SpaceNeed& need) {
  return fmt::format("needs about {} in {}, {} free", size_in_words(need.bytes), need.folder.string(),
                     size_in_words(need.free));
}

void require_space(const std::vector<SpaceNeed>& needs, const Console& console) {
  for (const SpaceNeed& need : needs) {
    if (need.free >= need.bytes) {
      continue;
    }
    if (need.free < need.bytes / 2) {
      throw Failure(ExitCode::Failed, to_line(need), "nothing was read; free some space, or see --tmp");
    }
    console.warn(fmt::format("{}: it may not suffice", to_line(need)));
  }
}

SpaceWatch::SpaceWatch(const IndexOptions& options) {
  folders_.push_back(existing(options.index));
  if (!options.writing.scratch.empty()) {
    folders_.push_back(existing(options.writing.scratch));
  }
}

void SpaceWatch::look() {
  constexpr std::uint64_t kReserve = 4'000'000;  // for the last files, and for whoever shares the disk
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) {
    return;
  }
  next_ = now + std::chrono::seconds(1);
  for (const fs::path& folder : folders_) {
    const auto free = free_bytes(folder);
    if (free && *free < kReserve) {
      throw Failure(ExitCode::Failed, fmt::format("only {} are left in {}", size_in_words(*free), folder.string()),
                    "free some space and run it again; the index is as it was");
    }
  }
}

}  // namespace nutgraf::command
