// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace nutgraf {

/// Replaces a file whole or not at all: bytes go to a file beside it, which commit() renames over it. Without commit()
/// the file stays as it was. Throws Failure(Failed) with the system's reason.
class AtomicFile {
 public:
  enum class Writers : std::uint8_t { One, Several };  // that may replace this file at the same time
  /// Synced: what was written survives a power cut; the rename does once the folder is synced, too.
  enum class Durability : std::uint8_t { Cached, Synced };

  explicit AtomicFile(std::filesystem::path file, Writers writers = Writers::One);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;
  AtomicFile(AtomicFile&&) = delete;
  AtomicFile& operator=(AtomicFile&&) = delete;

  void write(std::string_view bytes);
  /// The last call.
  void commit(Durability durability);

 private:
  void flush();
  [[noreturn]] void fail() const;

  std::filesystem::path file_;
  std::filesystem::path partial_;
  int descriptor_ = -1;
  std::string buffer_;
};

}  // namespace nutgraf
