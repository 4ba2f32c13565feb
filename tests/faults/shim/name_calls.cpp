// SPDX-License-Identifier: GPL-2.0-or-later
// The calls that open, make, rename and remove files and folders.
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdarg>
#include <cstdio>
#include <optional>

#include "tests/faults/shim/attempt.h"
#include "tests/faults/shim/next_function.h"

namespace nutgraf::test {
namespace {

/// Relative to the folder `base`.
struct Path {
  int base;
  const char* text;
};

std::optional<Place> place_of(const Path& path) {
  return watched_place(path.base, path.text);
}

/// Opens by `real`, logging a file that was made or emptied.
template <typename Result, typename Open>
Result open_path(const Path& path, int flags, Result failure, const Open& real) {
  const std::optional<Place> place = place_of(path);
  if (!place) {
    return real(0);
  }
  const auto turn = OperationLog::ours().turn();
  const bool is_new = inode_at(path.base, path.text) == 0;
  return attempt({Call::Open}, failure, real, [&](const Result&) {
    if ((flags & O_CREAT) != 0 && is_new) {
      OperationLog::ours().created(*place, inode_at(path.base, path.text));
    } else if ((flags & O_TRUNC) != 0) {
      OperationLog::ours().truncated(inode_at(path.base, path.text), 0);
    }
  });
}

template <typename Function>
int open_file(Function* real, const char* path, int flags, mode_t mode) {
  return open_path({AT_FDCWD, path}, flags, -1, [&](std::size_t) { return real(path, flags, mode); });
}

template <typename Function>
int open_file_at(Function* real, const Path& path, int flags, mode_t mode) {
  return open_path(path, flags, -1, [&](std::size_t) { return real(path.base, path.text, flags, mode); });
}

template <typename Function>
FILE* open_stream(Function* real, const char* path, const char* mode) {
  const int flags = mode[0] == 'w' ? O_CREAT | O_TRUNC : mode[0] == 'a' ? O_CREAT : 0;
  return open_path({AT_FDCWD, path}, flags, static_cast<FILE*>(nullptr), [&](std::size_t) { return real(path, mode); });
}

/// The third argument of open(), which only calls that make a file have.
mode_t mode_of(int flags, std::va_list rest) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
}

template <typename Rename>
int rename_path(Call call, const Path& from, const Path& to, const Rename& real) {
  const std::optional<Place> source = place_of(from);
  const std::optional<Place> target = place_of(to);
  if (!source || !target) {
    return real(0);
  }
  return attempt({call}, -1, real, [&](int) { OperationLog::ours().renamed(*source, *target); });
}

template <typename Remove>
int remove_path(const Path& path, const Remove& real) {
  const std::optional<Place> place = place_of(path);
  if (!place) {
    return real(0);
  }
  return attempt({Call::Unlink}, -1, real, [&](int) { OperationLog::ours().unlinked(*place); });
}

template <typename Make>
int make_folder(const Path& path, const Make& real) {
  const std::optional<Place> place = place_of(path);
  if (!place) {
    return real(0);
  }
  return attempt({Call::Mkdir}, -1, real,
                 [&](int) { OperationLog::ours().made_folder(*place, inode_at(path.base, path.text)); });
}

template <typename Function>
auto next_entry(Function* real, DIR* folder) {
  if (!is_watched(::dirfd(folder))) {
    return real(folder);
  }
  return attempt({Call::Readdir}, decltype(real(folder))(nullptr), [&](std::size_t) { return real(folder); });
}

}  // namespace
}  // namespace nutgraf::test

using namespace nutgraf::test;

// NOLINTBEGIN(bugprone-reserved-identifier, readability-identifier-naming, readability-function-size): as in the C
// library
extern "C" {

int open(const char* path, int flags, ...) {
  static const auto real = next_function(&::open, "open");
  std::va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return open_file(real, path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  static const auto real = next_function(&::open64, "open64");
  std::va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return open_file(real, path, flags, mode);
}

int openat(int base, const char* path, int flags, ...) {
  static const auto real = next_function(&::openat, "openat");
  std::va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return open_file_at(real, {base, path}, flags, mode);
}

int openat64(int base, const char* path, int flags, ...) {
  static const auto real = next_function(&::openat64, "openat64");
  std::va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return open_file_at(real, {base, path}, flags, mode);
}

// What open() and openat() become in libraries that are compiled with _FORTIFY_SOURCE.
int __open_2(const char* path, int flags) {
  return open(path, flags);
}

int __open64_2(const char* path, int flags) {
  return open64(path, flags);
}

int __openat_2(int base, const char* path, int flags) {
  return openat(base, path, flags);
}

int __openat64_2(int base, const char* path, int flags) {
  return openat64(base, path, flags);
}

FILE* fopen(const char* path, const char* mode) {
  static const auto real = next_function(&::fopen, "fopen");
  return open_stream(real, path, mode);
}

FILE* fopen64(const char* path, const char* mode) {
  static const auto real = next_function(&::fopen64, "fopen64");
  return open_stream(real, path, mode);
}

DIR* opendir(const char* path) {
  static const auto real = next_function(&::opendir, "opendir");
  if (!watched_place(AT_FDCWD, path)) {
    return real(path);
  }
  return attempt({Call::Opendir}, static_cast<DIR*>(nullptr), [&](std::size_t) { return real(path); });
}

dirent* readdir(DIR* folder) {
  static const auto real = next_function(&::readdir, "readdir");
  return next_entry(real, folder);
}

dirent64* readdir64(DIR* folder) {
  static const auto real = next_function(&::readdir64, "readdir64");
  return next_entry(real, folder);
}

int rename(const char* from, const char* to) noexcept {
  static const auto real = next_function(&::rename, "rename");
  return rename_path(Call::Rename, {AT_FDCWD, from}, {AT_FDCWD, to}, [&](std::size_t) { return real(from, to); });
}

int renameat(int base, const char* from, int to_base, const char* to) noexcept {
  static const auto real = next_function(&::renameat, "renameat");
  return rename_path(Call::Rename, {base, from}, {to_base, to},
                     [&](std::size_t) { return real(base, from, to_base, to); });
}

int renameat2(int base, const char* from, int to_base, const char* to, unsigned flags) noexcept {
  static const auto real = next_function(&::renameat2, "renameat2");
  return rename_path(Call::Renameat2, {base, from}, {to_base, to},
                     [&](std::size_t) { return real(base, from, to_base, to, flags); });
}

int unlink(const char* path) noexcept {
  static const auto real = next_function(&::unlink, "unlink");
  return remove_path({AT_FDCWD, path}, [&](std::size_t) { return real(path); });
}

int unlinkat(int base, const char* path, int flags) noexcept {
  static const auto real = next_function(&::unlinkat, "unlinkat");
  return remove_path({base, path}, [&](std::size_t) { return real(base, path, flags); });
}

int rmdir(const char* path) noexcept {
  static const auto real = next_function(&::rmdir, "rmdir");
  return remove_path({AT_FDCWD, path}, [&](std::size_t) { return real(path); });
}

int remove(const char* path) noexcept {
  static const auto real = next_function(&::remove, "remove");
  return remove_path({AT_FDCWD, path}, [&](std::size_t) { return real(path); });
}

int mkdir(const char* path, mode_t mode) noexcept {
  static const auto real = next_function(&::mkdir, "mkdir");
  return make_folder({AT_FDCWD, path}, [&](std::size_t) { return real(path, mode); });
}

int mkdirat(int base, const char* path, mode_t mode) noexcept {
  static const auto real = next_function(&::mkdirat, "mkdirat");
  return make_folder({base, path}, [&](std::size_t) { return real(base, path, mode); });
}

}  // extern "C"
// NOLINTEND(bugprone-reserved-identifier, readability-identifier-naming, readability-function-size)
