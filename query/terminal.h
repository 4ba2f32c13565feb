// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "query/options.h"

/// What the program writes to: a terminal, a pipe, a file; and the pager between.
namespace nutgraf::query {

/// Thrown when whoever reads our output has gone: no error, the program just ends.
struct ClosedPipe {};

/// How standard output looks to people; decided once from options, environment and terminal.
struct Appearance {
  Marks marks = Marks::Plain;
  std::size_t width = 80;
  bool paged = false;
  bool progress = false;  // a progress line on standard error
};
[[nodiscard]] Appearance appearance(const OutputOptions& options);

/// Where the answer goes: standard output, `less`, or a file that appears whole when finish() is called and not at all
/// before. Writing throws Failure(Failed) with the reason, or ClosedPipe.
class Output {
 public:
  Output(const OutputOptions& options, const Appearance& appearance);
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

  int file_ = 1;
  int pager_ = 0;          // its process id; 0 = none
  std::string name_;       // of the file; empty = standard output
  std::string temporary_;  // its name until finish(); empty where the file is written in place
  std::string buffer_;
};

/// A whole small file, written aside and renamed. Throws Failure(Failed).
void write_file(const std::string& name, std::string_view bytes);

}  // namespace nutgraf::query
