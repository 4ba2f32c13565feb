// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "core/cli/output.h"
#include "core/cli/terminal.h"
#include "indexer/options.h"
#include "indexer/report.h"

/// Where a command writes: answers to standard output, everything else to standard error.
namespace nutgraf {

class Console {
 public:
  explicit Console(const IndexOptions& options) : options_(options.console), report_(options.report) {}

  /// A line on standard error, unless --quiet is given.
  void log(std::string_view line) const;
  /// The same for what went wrong without ending the command; coloured if colours are on.
  void warn(std::string_view line) const;
  /// Text on standard output. A closed pipe is not an error; throws Failure(Failed) for any other.
  void print(std::string_view text, cli::Paging paging = cli::Paging::Off) const;
  /// The report in the form that --report names.
  void report(const Report& report) const;

  /// For an answer that may be long.
  [[nodiscard]] cli::Paging paging() const;

 private:
  cli::ConsoleOptions options_;
  ReportForm report_;
  cli::Terminal terminal_ = cli::process_terminal();
};

}  // namespace nutgraf
