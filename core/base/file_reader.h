// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "core/base/failure.h"

namespace nutgraf {

/// What the system said when a file was to be read.
class ReadFailure : public Failure {
 public:
  ReadFailure(int error, const std::string& message, const std::string& advice)
      : Failure(ExitCode::Missing, message, advice), error_(error) {}
  [[nodiscard]] int error() const { return error_; }  // of errno

 private:
  int error_;
};

/// Reads a file, or standard input where its name is "-", from front to end. An error of reading is never the end: it
/// is a ReadFailure that names the file and what the system said.
class FileReader {
 public:
  /// `advice` goes with the Failure. Throws it where the file cannot be opened.
  explicit FileReader(std::string name, std::string advice = {});
  ~FileReader();
  FileReader(const FileReader&) = delete;
  FileReader& operator=(const FileReader&) = delete;
  FileReader(FileReader&&) = delete;
  FileReader& operator=(FileReader&&) = delete;

  /// Reads into the beginning of `into`; returns how many bytes, 0 only at the end. Returns what there is, so that the
  /// reader of a pipe can answer line by line.
  [[nodiscard]] std::size_t read(std::span<char> into);

 private:
  [[noreturn]] void fail(int error) const;

  std::string name_;
  std::string advice_;
  int descriptor_ = -1;
};

/// The lines of a file, without their line feeds.
class LineReader {
 public:
  explicit LineReader(std::string name, std::string advice = {}) : file_(std::move(name), std::move(advice)) {}

  /// False at the end of the file.
  [[nodiscard]] bool next(std::string& line);

 private:
  FileReader file_;
  std::string buffer_;
  std::size_t at_ = 0;
};

/// All of a file.
[[nodiscard]] std::string read_whole(const std::string& name, const std::string& advice = {});

}  // namespace nutgraf
