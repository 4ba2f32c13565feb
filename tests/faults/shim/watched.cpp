// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/faults/shim/watched.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <climits>
#include <cstdlib>
#include <string_view>

namespace nutgraf::test {
namespace {

std::string link_target(int descriptor) {
  std::array<char, PATH_MAX> target{};
  const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
  const ssize_t size = ::readlink(link.c_str(), target.data(), target.size());
  return {target.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
}

std::string resolved(const std::string& path) {
  std::array<char, PATH_MAX> real{};
  return ::realpath(path.c_str(), real.data()) == nullptr ? std::string() : std::string(real.data());
}

/// As the variable says: the folder need not be there yet.
const std::string& watched_folder() {
  static const std::string folder = [] {
    const char* name = std::getenv("NUTGRAF_FAULT_FOLDER");
    return std::string(name == nullptr ? "" : name);
  }();
  return folder;
}

/// The folder itself counts.
bool is_below(std::string_view path) {
  const std::string_view folder = watched_folder();
  return !folder.empty() && path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

}  // namespace

bool is_watched(int descriptor) {
  return !watched_folder().empty() && is_below(link_target(descriptor));
}

std::optional<Place> watched_place(int base, const char* path) {
  if (path == nullptr || watched_folder().empty()) {
    return std::nullopt;
  }
  std::string full = path;
  while (full.size() > 1 && full.back() == '/') {
    full.pop_back();
  }
  if (!full.starts_with('/')) {
    full = (base == AT_FDCWD ? resolved(".") : link_target(base)) + "/" + full;
  }
  const std::size_t slash = full.rfind('/');
  const std::string folder = resolved(full.substr(0, slash == 0 ? 1 : slash));
  const std::string name = full.substr(slash + 1);
  if (folder.empty() || !is_below(folder + "/" + name)) {
    return std::nullopt;
  }
  return Place{inode_at(AT_FDCWD, folder.c_str()), name};
}

std::uint64_t inode_at(int base, const char* path) {
  struct stat facts {};
  return ::fstatat(base, path, &facts, AT_SYMLINK_NOFOLLOW) == 0 ? facts.st_ino : 0;
}

std::uint64_t inode_of(int descriptor) {
  struct stat facts {};
  return ::fstat(descriptor, &facts) == 0 ? facts.st_ino : 0;
}

}  // namespace nutgraf::test
