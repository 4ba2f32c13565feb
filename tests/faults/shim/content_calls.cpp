// SPDX-License-Identifier: GPL-2.0-or-later
// The calls that read and write what is in files.
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cstdarg>

#include "tests/faults/shim/attempt.h"
#include "tests/faults/shim/next_function.h"

namespace nutgraf::test {
namespace {

constexpr ssize_t kFailed = -1;

/// Logs bytes that were written where the file's offset was before.
void log_written(int file, std::string_view bytes) {
  const auto end = static_cast<std::uint64_t>(::lseek(file, 0, SEEK_CUR));
  OperationLog::ours().written(inode_of(file), end - bytes.size(), bytes);
}

/// The same, where the bytes are only in the file.
void log_filled(int file, ssize_t copied) {
  const off_t end = ::lseek(file, 0, SEEK_CUR);
  OperationLog::ours().filled(file, static_cast<std::uint64_t>(end - copied), static_cast<std::uint64_t>(copied));
}

template <typename Real>
ssize_t read_file(const Request& request, int file, const Real& real) {
  return is_watched(file) ? attempt(request, kFailed, real) : real(request.size);
}

template <typename Real>
ssize_t write_at(int file, std::string_view bytes, std::int64_t offset, const Real& real) {
  if (!is_watched(file)) {
    return real(bytes.size());
  }
  return attempt({Call::Pwrite, bytes.size()}, kFailed, real, [&](ssize_t written) {
    const auto size = static_cast<std::size_t>(written);
    OperationLog::ours().written(inode_of(file), static_cast<std::uint64_t>(offset), bytes.substr(0, size));
  });
}

/// `request` of a call that lets the kernel copy bytes to a file's offset.
template <typename Real>
ssize_t fill_file(const Request& request, int file, const Real& real) {
  if (!is_watched(file)) {
    return real(request.size);
  }
  return attempt(request, kFailed, real, [&](ssize_t copied) { log_filled(file, copied); });
}

/// From the page that holds byte `readable` on, reading a mapping is SIGBUS, as where a block of the disk is bad.
template <typename Function>
void spoil(Function* map, void* mapping, std::size_t readable, std::size_t size) {
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  const std::size_t begin = readable / page * page;
  const int empty = ::memfd_create("bad block", MFD_CLOEXEC);
  (void)map(static_cast<char*>(mapping) + begin, size - begin, PROT_READ, MAP_SHARED | MAP_FIXED, empty, 0);
  (void)::close(empty);
}

/// `real` maps the file.
template <typename Function, typename Real>
void* map_file(Function* map, int file, std::size_t size, const Real& real) {
  if (file < 0 || !is_watched(file)) {
    return real();
  }
  return attempt({Call::Mmap, size}, MAP_FAILED, [&](std::size_t readable) {
    void* const mapping = real();
    if (readable < size && mapping != MAP_FAILED) {
      spoil(map, mapping, readable, size);
    }
    return mapping;
  });
}

template <typename Real>
int sync_file(Call call, int file, const Real& real) {
  if (!is_watched(file)) {
    return real(0);
  }
  return attempt({call}, -1, real, [&](int) { OperationLog::ours().synced(inode_of(file)); });
}

template <typename Real>
int cut_file(int file, std::int64_t size, const Real& real) {
  if (!is_watched(file)) {
    return real(0);
  }
  return attempt({Call::Truncate}, -1, real,
                 [&](int) { OperationLog::ours().truncated(inode_of(file), static_cast<std::uint64_t>(size)); });
}

/// The first of the pieces of a writev(), cut to `allowed` bytes.
iovec first_piece(const iovec* pieces, std::size_t allowed) {
  return {pieces[0].iov_base, std::min(pieces[0].iov_len, allowed)};
}

}  // namespace
}  // namespace nutgraf::test

using namespace nutgraf::test;

// NOLINTBEGIN(readability-function-size): the parameters are those of the C library
extern "C" {

ssize_t read(int file, void* bytes, std::size_t size) {
  static const auto real = next_function(&::read, "read");
  return read_file({Call::Read, size}, file, [&](std::size_t allowed) { return real(file, bytes, allowed); });
}

ssize_t pread(int file, void* bytes, std::size_t size, off_t offset) {
  static const auto real = next_function(&::pread, "pread");
  return read_file({Call::Pread, size}, file, [&](std::size_t allowed) { return real(file, bytes, allowed, offset); });
}

ssize_t pread64(int file, void* bytes, std::size_t size, off64_t offset) {
  static const auto real = next_function(&::pread64, "pread64");
  return read_file({Call::Pread, size}, file, [&](std::size_t allowed) { return real(file, bytes, allowed, offset); });
}

ssize_t write(int file, const void* bytes, std::size_t size) {
  static const auto real = next_function(&::write, "write");
  if (!is_watched(file)) {
    return real(file, bytes, size);
  }
  return attempt(
      {Call::Write, size}, kFailed, [&](std::size_t allowed) { return real(file, bytes, allowed); },
      [&](ssize_t written) {
        log_written(file, {static_cast<const char*>(bytes), static_cast<std::size_t>(written)});
      });
}

ssize_t writev(int file, const iovec* pieces, int count) {
  static const auto real = next_function(&::writev, "writev");
  std::size_t size = 0;
  for (int i = 0; i < count; ++i) {
    size += pieces[i].iov_len;
  }
  return fill_file({Call::Write, size}, file, [&](std::size_t allowed) {
    const iovec piece = first_piece(pieces, allowed);
    return allowed < size ? real(file, &piece, 1) : real(file, pieces, count);
  });
}

ssize_t pwrite(int file, const void* bytes, std::size_t size, off_t offset) {
  static const auto real = next_function(&::pwrite, "pwrite");
  return write_at(file, {static_cast<const char*>(bytes), size}, offset,
                  [&](std::size_t allowed) { return real(file, bytes, allowed, offset); });
}

ssize_t pwrite64(int file, const void* bytes, std::size_t size, off64_t offset) {
  static const auto real = next_function(&::pwrite64, "pwrite64");
  return write_at(file, {static_cast<const char*>(bytes), size}, offset,
                  [&](std::size_t allowed) { return real(file, bytes, allowed, offset); });
}

void* mmap(void* address, std::size_t size, int protection, int flags, int file, off_t offset) noexcept {
  static const auto real = next_function(&::mmap, "mmap");
  return map_file(real, file, size, [&] { return real(address, size, protection, flags, file, offset); });
}

void* mmap64(void* address, std::size_t size, int protection, int flags, int file, off64_t offset) noexcept {
  static const auto real = next_function(&::mmap64, "mmap64");
  return map_file(real, file, size, [&] { return real(address, size, protection, flags, file, offset); });
}

ssize_t copy_file_range(int from, off64_t* at, int to, off64_t* place, std::size_t size, unsigned flags) {
  static const auto real = next_function(&::copy_file_range, "copy_file_range");
  return fill_file({Call::CopyFileRange, size}, to,
                   [&](std::size_t allowed) { return real(from, at, to, place, allowed, flags); });
}

ssize_t sendfile(int to, int from, off_t* at, std::size_t size) noexcept {
  static const auto real = next_function(&::sendfile, "sendfile");
  return fill_file({Call::Sendfile, size}, to, [&](std::size_t allowed) { return real(to, from, at, allowed); });
}

int ioctl(int file, unsigned long request, ...) noexcept {
  static const auto real = next_function(&::ioctl, "ioctl");
  std::va_list rest;
  va_start(rest, request);
  void* const argument = va_arg(rest, void*);
  va_end(rest);
  if (request != FICLONE || !is_watched(file)) {
    return real(file, request, argument);
  }
  return attempt(
      {Call::Ficlone}, -1, [&](std::size_t) { return real(file, request, argument); },
      [&](int) { OperationLog::ours().filled(file, 0, static_cast<std::uint64_t>(::lseek(file, 0, SEEK_END))); });
}

int fsync(int file) {
  static const auto real = next_function(&::fsync, "fsync");
  return sync_file(Call::Fsync, file, [&](std::size_t) { return real(file); });
}

int fdatasync(int file) {
  static const auto real = next_function(&::fdatasync, "fdatasync");
  return sync_file(Call::Fdatasync, file, [&](std::size_t) { return real(file); });
}

int ftruncate(int file, off_t size) noexcept {
  static const auto real = next_function(&::ftruncate, "ftruncate");
  return cut_file(file, size, [&](std::size_t) { return real(file, size); });
}

int ftruncate64(int file, off64_t size) noexcept {
  static const auto real = next_function(&::ftruncate64, "ftruncate64");
  return cut_file(file, size, [&](std::size_t) { return real(file, size); });
}

}  // extern "C"
// NOLINTEND(readability-function-size)
