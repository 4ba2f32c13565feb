// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace nutgraf::glass {

/// A file's bytes, read where they lie. They stay readable after the file is unlinked. Where it is cut short by
/// somebody else, or its disk fails, the bytes that are gone read as zeros instead of ending the process: lost_pages.h.
class FileView {
 public:
  FileView() = default;
  /// Throws std::system_error where the file cannot be opened.
  explicit FileView(const std::filesystem::path& file);
  ~FileView();
  FileView(FileView&& other) noexcept;
  FileView& operator=(FileView&& other) noexcept;
  FileView(const FileView&) = delete;
  FileView& operator=(const FileView&) = delete;

  [[nodiscard]] std::span<const unsigned char> bytes() const { return bytes_; }

 private:
  std::span<const unsigned char> bytes_;
};

}  // namespace nutgraf::glass
