// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/serve/served_index.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iterator>
#include <utility>

#include "core/base/failure.h"
#include "core/base/nearest_name.h"
#include "core/base/time_limit.h"
#include "core/index/shards.h"

namespace nutgraf::serve {
namespace {

constexpr std::string_view kEnding = ".idx";

/// Which databases an index is made of now: where they are, and which files those are, for a folder removed and built
/// anew has the same name.
std::string stamp_of(const std::string& path) {
  std::string stamp;
  for (const Shard& shard : list_shards(path).shards) {
    struct ::stat info {};
    const bool is_there = !shard.folder.empty() && ::stat(shard.folder.c_str(), &info) == 0;
    stamp +=
        fmt::format("{}:{}:{}:{}:{}.{}\n", shard.folder.string(), shard.host, shard.port, is_there ? info.st_ino : 0,
                    is_there ? info.st_mtim.tv_sec : 0, is_there ? info.st_mtim.tv_nsec : 0);
  }
  return stamp;
}

std::string name_of(const std::string& path) {
  std::filesystem::path last = std::filesystem::path(path).lexically_normal();
  last = last.has_filename() ? last.filename() : last.parent_path().filename();
  std::string name = last.string();
  if (name.size() > kEnding.size() && name.ends_with(kEnding)) {
    name.resize(name.size() - kEnding.size());
  }
  return name;
}

}  // namespace

ServedIndex::ServedIndex(std::string name, std::string path, std::size_t most)
    : name_(std::move(name)), path_(std::move(path)), most_(most) {
  const Lease lease(*this);
}

std::unique_ptr<ServedIndex::Opened> ServedIndex::take() {
  wait_for_room();
  try {
    // Before the index is opened: where a swap comes between, the next lease sees another stamp and opens it again.
    std::string stamp = stamp_of(path_);
    {
      const std::lock_guard lock(mutex_);
      std::erase_if(idle_, [&](const std::unique_ptr<Opened>& opened) { return opened->stamp != stamp; });
      if (!idle_.empty()) {
        std::unique_ptr<Opened> opened = std::move(idle_.back());
        idle_.pop_back();
        return opened;
      }
    }
    return std::make_unique<Opened>(Opened{std::move(stamp), search::Searcher(open_index(path_))});
  } catch (...) {
    leave();
    throw;
  }
}

void ServedIndex::give_back(std::unique_ptr<Opened> opened) {
  if (!opened->stamp.empty()) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(opened));
  }
  leave();
}

void ServedIndex::wait_for_room() {
  constexpr std::chrono::milliseconds kBetweenChecks{5};
  std::unique_lock lock(mutex_);
  while (!freed_.wait_for(lock, kBetweenChecks, [&] { return leases_ < most_; })) {
    TimeLimit::check();
  }
  ++leases_;
}

void ServedIndex::leave() {
  {
    const std::lock_guard lock(mutex_);
    --leases_;
  }
  freed_.notify_one();
}

ServedIndexes::ServedIndexes(const std::vector<std::string>& paths, std::size_t most_leases) {
  for (const std::string& path : paths) {
    const std::string name = name_of(path);
    const auto same = std::ranges::find(indexes_, name, &ServedIndex::name);
    if (same != indexes_.end()) {
      throw Failure(ExitCode::Usage, fmt::format("{} and {} would both be served as `{}`", same->path(), path, name),
                    "give one of them another name, for example with ln -s");
    }
    indexes_.emplace_back(name, path, most_leases);
  }
}

ServedIndex& ServedIndexes::find(const std::string& name) {
  if (name.empty() && indexes_.size() == 1) {
    return indexes_.front();
  }
  const auto found = std::ranges::find(indexes_, name, &ServedIndex::name);
  if (found != indexes_.end()) {
    return *found;
  }
  std::vector<std::string_view> names;
  std::ranges::transform(indexes_, std::back_inserter(names), &ServedIndex::name);
  throw Failure(ExitCode::Usage,
                name.empty() ? "no index given, and several are served" : fmt::format("no index `{}` is served", name),
                fmt::format("{}indexes: {}", did_you_mean("", nearest_name(name, names)), fmt::join(names, ", ")));
}

}  // namespace nutgraf::serve
