// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "indexer/read/byte_source.h"

namespace nutgraf::read {

/// A file (or standard input) read in order and hashed on the way.
class FileSource final : public ByteSource {
 public:
  /// Opens `path` ("-" = standard input). Throws Unreadable with the system's reason; reading throws SourceLost.
  explicit FileSource(const std::string& path);
  ~FileSource() override;
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  FileSource(FileSource&&) = delete;
  FileSource& operator=(FileSource&&) = delete;

  [[nodiscard]] std::size_t read(std::span<char> into) override;
  [[nodiscard]] std::int64_t seek(std::int64_t offset, int whence) override;

  /// Reads what nobody has read and answers the xxh3-128 of the whole file in hex.
  [[nodiscard]] std::string finish();

 private:
  struct Hash;
  std::unique_ptr<Hash> hash_;
  int file_ = -1;
  bool in_order_ = true;  // no seek so far, so hash_ has seen every byte before the file's position
};

}  // namespace nutgraf::read
