// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace nutgraf::bulk {

/// Where one section of a run lies.
struct Section {
  std::uint64_t begin = 0;
  std::uint64_t size = 0;
};

/// A file that several threads append sections to and that is read back at any place; unlinked at once, so that nothing
/// stays of it.
class ScratchFile {
 public:
  explicit ScratchFile(const std::filesystem::path& file);
  ~ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  ScratchFile(ScratchFile&&) = delete;
  ScratchFile& operator=(ScratchFile&&) = delete;

  /// Throws Failure(Failed): disk full, ...
  [[nodiscard]] Section append(std::string_view bytes);
  void read(std::uint64_t begin, char* to, std::size_t size) const;

 private:
  std::filesystem::path name_;
  int descriptor_ = -1;
  std::atomic<std::uint64_t> size_{0};
};

/// Reads one section front to back through a small buffer.
class SectionReader {
 public:
  SectionReader(const ScratchFile& file, Section section, std::size_t buffer);

  [[nodiscard]] bool at_end() const { return at_ == end_ && left_ == 0; }
  [[nodiscard]] std::uint64_t number();
  /// Valid until the next call.
  [[nodiscard]] std::string_view bytes(std::size_t size);
  [[nodiscard]] std::string_view counted_bytes() { return bytes(static_cast<std::size_t>(number())); }

 private:
  void need(std::size_t size);

  const ScratchFile* file_;
  std::uint64_t next_;  // in the file: first byte not in the buffer
  std::uint64_t left_;  // bytes of the section from there
  std::string buffer_;
  std::size_t at_ = 0;   // in buffer_
  std::size_t end_ = 0;  // in buffer_
};

}  // namespace nutgraf::bulk
