// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/base/failure.h"
#include "indexer/options.h"
#include "indexer/report.h"

/// Where a command speaks: answers on stdout, all else on stderr, in UTF-8 with LF whatever the locale.
namespace nutgraf {

class Console {
 public:
  explicit Console(const ConsoleOptions& options) : options_(options) {}

  /// A line on stderr, unless quiet.
  void say(std::string_view line) const;
  /// The same for what went wrong without ending the command; coloured where colours are on.
  void warn(std::string_view line) const;
  /// Text on stdout. A closed pipe is no error; throws Failure(Failed) where stdout takes no more for another reason.
  void answer(std::string_view text) const;
  /// The report in the form asked for.
  void report(const Report& report) const;

  [[nodiscard]] const ConsoleOptions& options() const { return options_; }

 private:
  ConsoleOptions options_;
};

/// "nutgraf-index: sentence" and the advice on stderr; gives the exit code.
int complain(const Failure& failure);

}  // namespace nutgraf
