// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/atomic_file.h"

namespace nutgraf::cli {

/// Thrown when whoever reads our output has gone: no error, the program just ends.
struct ClosedPipe {};

enum class Paging : std::uint8_t { Off, On };

/// Where an answer goes: standard output, a pager, or a file that appears whole when finish() is called and not at all
/// before; or whatever takes its bytes. Writing throws Failure(Failed) with the reason, or ClosedPipe.
class Output {
 public:
  /// The file, or standard output where it has no name; with paging through the command in PAGER, else
  /// `less`, where there is one. An empty PAGER means none. Throws Failure(Failed).
  explicit Output(const std::string& file = {}, Paging paging = Paging::Off);
  /// What is written goes to `sink` piece by piece, at the latest in flush().
  using Sink = std::function<void(std::string_view bytes)>;
  explicit Output(Sink sink) : sink_(std::move(sink)) {}
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  Output(Output&&) = delete;
  Output& operator=(Output&&) = delete;

  void write(std::string_view bytes);
  void flush();
  void finish();

 private:
  void open_file(const std::string& name);
  void open_pager();
  void write_out(std::string_view bytes) const;
  void close_all() noexcept;

  Sink sink_;  // instead of file_
  int file_ = 1;
  int pager_ = 0;                         // its process id; 0 = none
  std::optional<AtomicFile> whole_file_;  // instead of file_
  std::string name_;                      // of the file; empty = standard output
  std::string buffer_;
};

/// A whole text to standard output. Throws as Output does.
void print(std::string_view text);

/// A whole small file, written aside and renamed. Throws Failure(Failed).
void write_file(const std::string& name, std::string_view bytes);

}  // namespace nutgraf::cli
