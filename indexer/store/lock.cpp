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
#include "indexer/store/files.h"

namespace nutgraf::store {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

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

struct Holder {
  std::string pid;
  std::string host;
};

Holder read_holder(int file) {
  std::array<char, 512> bytes{};
  const ssize_t size = ::pread(file, bytes.data(), bytes.size(), 0);
  const std::string_view text(bytes.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  const std::size_t blank = std::min(text.find(' '), text.size());
  const std::size_t end = std::min(text.find('\n'), text.size());
  Holder holder;
  holder.pid = text.substr(0, blank);
  holder.host = blank < end ? std::string(text.substr(blank + 1, end - blank - 1)) : std::string();
  struct flock range = whole_file();
  if (::fcntl(file, F_GETLK, &range) == 0 && range.l_type != F_UNLCK && range.l_pid > 0) {
    holder.pid = fmt::format("{}", range.l_pid);  // the kernel knows better than what a killed writer left
  }
  return holder;
}

[[noreturn]] void refuse_busy(int file, const std::filesystem::path& index) {
  const Holder holder = read_holder(file);
  const std::string on_host = holder.host.empty() ? "" : fmt::format(" on {}", holder.host);
  throw Failure(ExitCode::Busy,
                holder.pid.empty()
                    ? fmt::format("{} is being written by another process", index.string())
                    : fmt::format("{} is being written by process {}{}", index.string(), holder.pid, on_host),
                "wait for it to end, or wait longer: --lock-timeout SECONDS");
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
  file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file_ < 0) {
    throw file_failure("open", path);
  }
  try {
    wait_for(file_, index, timeout);
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
