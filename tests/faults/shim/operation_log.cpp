// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/faults/shim/operation_log.h"

#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>

namespace nutgraf::test {
namespace {

// By system calls: open(), write() and pread() are ours here.
int open_file(const char* name, int flags) {
  return static_cast<int>(::syscall(SYS_openat, AT_FDCWD, name, flags | O_CLOEXEC, 0600));
}

std::string fields(std::initializer_list<std::string_view> values) {
  std::string line;
  for (const std::string_view value : values) {
    line += line.empty() ? "" : "\t";
    line += value;
  }
  return line + "\n";
}

}  // namespace

OperationLog& OperationLog::ours() {
  static OperationLog log;
  return log;
}

OperationLog::OperationLog() {
  if (const char* file = std::getenv("NUTGRAF_FAULT_LOG")) {
    descriptor_ = open_file(file, O_WRONLY | O_CREAT | O_APPEND);
  }
}

std::unique_lock<std::recursive_mutex> OperationLog::turn() {
  return is_kept() ? std::unique_lock(mutex_) : std::unique_lock<std::recursive_mutex>();
}

void OperationLog::record(const std::string& line, std::string_view bytes) const {
  const std::array<iovec, 2> parts{
      {{const_cast<char*>(line.data()), line.size()}, {const_cast<char*>(bytes.data()), bytes.size()}}};
  if (::syscall(SYS_writev, descriptor_, parts.data(), parts.size()) != static_cast<long>(line.size() + bytes.size())) {
    std::fputs("the log of operations cannot be written\n", stderr);
    std::abort();
  }
}

void OperationLog::entry(std::string_view what, const Place& place, std::uint64_t inode) {
  record(fields({what, std::to_string(place.folder), place.name, std::to_string(inode)}));
}

void OperationLog::unlinked(const Place& place) {
  record(fields({"unlink", std::to_string(place.folder), place.name}));
}

void OperationLog::renamed(const Place& from, const Place& to) {
  record(fields({"rename", std::to_string(from.folder), from.name, std::to_string(to.folder), to.name}));
}

void OperationLog::truncated(std::uint64_t inode, std::uint64_t size) {
  record(fields({"truncate", std::to_string(inode), std::to_string(size)}));
}

void OperationLog::synced(std::uint64_t inode) {
  record(fields({"sync", std::to_string(inode)}));
}

void OperationLog::written(std::uint64_t inode, std::uint64_t offset, std::string_view bytes) {
  record(fields({"write", std::to_string(inode), std::to_string(offset), std::to_string(bytes.size())}), bytes);
}

void OperationLog::filled(int descriptor, std::uint64_t offset, std::uint64_t size) {
  const std::string name = "/proc/self/fd/" + std::to_string(descriptor);
  const int again = open_file(name.c_str(), O_RDONLY);  // the descriptor may only be good for writing
  std::string bytes(size, '\0');
  if (::syscall(SYS_pread64, again, bytes.data(), size, offset) == static_cast<long>(size)) {
    written(inode_of(descriptor), offset, bytes);
  }
  ::close(again);
}

}  // namespace nutgraf::test
