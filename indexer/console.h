// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/base/failure.h"
#include "core/cli/output.h"
#include "core/cli/terminal.h"
#include "indexer/options.h"
#include "indexer/report.h"

/// Where a command speaks: answers on stdout, all else on stderr, in UTF-8 with LF whatever the locale.
namespace nutgraf {

class Console {
 public:
  explicit Console(const IndexOptions& options) : options_(options.console), report_(options.report) {}

  /// A line on stderr, unless quiet.
  void say(std::string_view line) const;
  /// The same for what went wrong without ending the command; coloured where colours are on.
  void warn(std::string_view line) const;
  /// Text on stdout, through a pager where it is long. A closed pipe is no error; throws Failure(Failed) where stdout
  /// takes no more for another reason.
  void answer(std::string_view text, cli::Paging paging = cli::Paging::Off) const;
  /// The report in the form asked for.
  void report(const Report& report) const;

  /// Of an answer that may be long.
  [[nodiscard]] cli::Paging paging() const;

 private:
  cli::ConsoleOptions options_;
  ReportForm report_;
  cli::Terminal terminal_ = cli::process_terminal();
};

/// "nutgraf-index: sentence" and the advice on stderr.
void print_failure(const Failure& failure);

}  // namespace nutgraf
