// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// Which calls of a program fail, told by the environment (tests/faults/README.md lists the variables).
namespace nutgraf::test {

/// Kinds of calls; variants (open64, openat, fopen) count as the plain one.
enum class Call : std::uint8_t {
  Open,
  Read,
  Pread,
  Mmap,
  Opendir,
  Readdir,
  Write,
  Pwrite,
  Fsync,
  Fdatasync,
  Rename,
  Renameat2,
  Unlink,
  Mkdir,
  Truncate,
  CopyFileRange,
  Sendfile,
  Ficlone,
};
inline constexpr std::array<std::string_view, 18> kCallNames{
    {"open", "read", "pread", "mmap", "opendir", "readdir", "write", "pwrite", "fsync", "fdatasync", "rename",
     "renameat2", "unlink", "mkdir", "truncate", "copy_file_range", "sendfile", "ficlone"}};

enum class Fate : std::uint8_t { Passes, Fails, IsShort };

struct Verdict {
  Fate fate = Fate::Passes;
  int error = 0;  // errno, where it fails
};

class Plan {
 public:
  /// The one of this process.
  static Plan& ours();

  /// Counts a call and says what becomes of it; does not return where the plan is to kill the process here.
  Verdict next(Call call);

 private:
  enum class Kind : std::uint8_t { Error, Short, Kill };
  /// Shared by all processes of a run where NUTGRAF_FAULT_COUNTS names a file, which outlives a kill.
  struct Counts {
    std::array<std::atomic<std::uint64_t>, kCallNames.size()> calls;
    std::atomic<std::uint64_t> chosen;  // calls of the chosen kinds
    std::atomic<std::uint64_t> faults;
  };

  Plan();

  std::array<bool, kCallNames.size()> chosen_{};
  Kind kind_ = Kind::Error;
  int error_ = 0;
  std::uint64_t first_ = 0;  // of the chosen calls, from 1; 0 = none
  std::uint64_t every_ = 0;  // 0 = only the first
  Counts* counts_ = nullptr;
};

}  // namespace nutgraf::test
