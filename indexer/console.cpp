// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/console.h"

#include "core/cli/console.h"

namespace nutgraf {

void Console::log(std::string_view line) const {
  if (options_.verbosity == cli::Verbosity::Normal) {
    cli::print_line(line);
  }
}

void Console::warn(std::string_view line) const {
  if (options_.verbosity == cli::Verbosity::Normal) {
    const bool colored = terminal_.is_colored(options_, cli::Stream::Err);
    cli::print_line(line, colored ? cli::Tone::Warning : cli::Tone::Plain);
  }
}

void Console::print(std::string_view text, cli::Paging paging) const {
  try {
    cli::Output output({}, paging);
    output.write(text);
    output.finish();
  } catch (const cli::ClosedPipe&) {
    return;  // the command continues
  }
}

cli::Paging Console::paging() const {
  return terminal_.is_paged(options_) ? cli::Paging::On : cli::Paging::Off;
}

void Console::report(const Report& report) const {
  if (report_ == ReportForm::Json) {
    print(to_json(report) + "\n");
  } else {
    log(to_line(report));
  }
}

}  // namespace nutgraf
