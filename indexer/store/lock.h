// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace nutgraf::store {

/// One writer per index at a time: a POSIX fcntl lock on INDEX/lock, held while this object lives and freed by the
/// kernel when its process dies. Pid and host stand in the file for other writers' messages.
class WriterLock {
 public:
  /// Makes the index folder where it is absent. Waits up to `timeout`, then throws Failure(Busy) naming the holder's
  /// pid. Throws Failure(Failed) if the lock or a folder of the index is a symbolic link.
  WriterLock(const std::filesystem::path& index, std::chrono::milliseconds timeout);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;
  WriterLock(WriterLock&&) = delete;
  WriterLock& operator=(WriterLock&&) = delete;

 private:
  int file_ = -1;
};

}  // namespace nutgraf::store
