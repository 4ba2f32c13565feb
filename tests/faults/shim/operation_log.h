// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

#include "tests/faults/shim/watched.h"

namespace nutgraf::test {

/// What a run does to the watched files, in order, in the file that NUTGRAF_FAULT_LOG names; tests/faults/disk_log.py
/// reads it. A record is a line, its fields separated by tabs, and of a write the bytes after it. Files and folders
/// are named by their inodes.
class OperationLog {
 public:
  /// The one of this process.
  static OperationLog& ours();

  [[nodiscard]] bool is_kept() const { return descriptor_ >= 0; }
  /// Held from before a call until it is logged: the log is in the order of the calls.
  [[nodiscard]] std::unique_lock<std::recursive_mutex> turn();

  void created(const Place& place, std::uint64_t inode) { entry("create", place, inode); }
  void made_folder(const Place& place, std::uint64_t inode) { entry("mkdir", place, inode); }
  void unlinked(const Place& place);
  void renamed(const Place& from, const Place& to);
  void truncated(std::uint64_t inode, std::uint64_t size);
  void synced(std::uint64_t inode);
  void written(std::uint64_t inode, std::uint64_t offset, std::string_view bytes);
  /// The same, of bytes that the kernel copied.
  void filled(int descriptor, std::uint64_t offset, std::uint64_t size);

 private:
  OperationLog();
  void entry(std::string_view what, const Place& place, std::uint64_t inode);
  void record(const std::string& line, std::string_view bytes = {}) const;

  std::recursive_mutex mutex_;
  int descriptor_ = -1;
};

}  // namespace nutgraf::test
