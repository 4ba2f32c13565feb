// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <thread>

#include "core/base/failure.h"
#include "core/index/layout.h"
#include "core/index/lock_file.h"
#include "indexer/store/files.h"

namespace nutgraf::store {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

[[noreturn]] void refuse_link(const std::filesystem::path& path) {
  throw Failure(ExitCode::Failed, fmt::format("{} is a symbolic link, and a writer follows none", path.string()),
                "put a real file or folder there, or move the whole index and link to it");
}

struct flock whole_file() {
  struct flock range {};
  range.l_type = F_WRLCK;
  range.l_whence = SEEK_SET;
  return range;
}

bool try_lock(int file, const std::filesystem::path& path) {
  struct flock range = whole_file();
  while (::fcntl(file, F_SETLK, &range) != 0) {
    if (errno == EACCES || errno == EAGAIN) {
      return false;
    }
    if (errno != EINTR) {
      throw file_failure("lock", path);
    }
  }
  return true;
}

std::string host_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data()) : std::string("unknown");
}

void write_holder(int file, const std::filesystem::path& path) {
  const std::string text = fmt::format("{} {}\n", ::getpid(), host_name());
  // Only for other writers' messages: where the disk is full, the lock holds all the same.
  if (::ftruncate(file, 0) != 0 || ::pwrite(file, text.data(), text.size(), 0) < 0) {
    if (errno != ENOSPC && errno != EDQUOT && errno != EFBIG && errno != EINTR) {
      throw file_failure("write", path);
    }
  }
}

[[noreturn]] void refuse_busy(int file, const std::filesystem::path& index) {
  const LockHolder holder = lock_holder(file).value_or(last_holder(file));
  throw Failure(ExitCode::Busy, fmt::format("{} is being written by {}", index.string(), describe(holder)),
                "wait for it to end, or wait longer: --lock-timeout SECONDS");
}

/// A link in place of a folder of ours would lead a writer out of the index.
void refuse_links(const std::filesystem::path& index) {
  for (const std::string_view name : {layout::kGenerations, layout::kParts}) {
    std::error_code error;
    if (const auto path = index / name; std::filesystem::is_symlink(path, error)) {
      refuse_link(path);
    }
  }
}

void wait_for(int file, const std::filesystem::path& index, milliseconds timeout) {
  const auto end = Clock::now() + timeout;
  milliseconds pause(1);
  while (!try_lock(file, index / layout::kLock)) {
    const auto left = std::chrono::duration_cast<milliseconds>(end - Clock::now());
    if (left <= milliseconds::zero()) {
      refuse_busy(file, index);
    }
    std::this_thread::sleep_for(std::min(pause, left));
    pause = std::min(pause * 2, milliseconds(100));
  }
}

}  // namespace

WriterLock::WriterLock(const std::filesystem::path& index, milliseconds timeout) {
  make_folders(index);
  const std::filesystem::path path = index / layout::kLock;
  file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (file_ < 0 && errno == ELOOP) {
    refuse_link(path);
  }
  if (file_ < 0) {
    throw file_failure("open", path);
  }
  try {
    wait_for(file_, index, timeout);
    refuse_links(index);
    write_holder(file_, path);
  } catch (...) {
    ::close(file_);
    throw;
  }
}

WriterLock::~WriterLock() {
  ::close(file_);
}

}  // namespace nutgraf::store
