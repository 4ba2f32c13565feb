// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/console.h"

#include <cstdio>
#include <string>

namespace nutgraf {
namespace {

void write_line(std::FILE* stream, std::string_view line) {
  std::string text(line);
  text += '\n';
  (void)std::fwrite(text.data(), 1, text.size(), stream);
}

}  // namespace

void Console::say(std::string_view line) const {
  if (options_.verbosity == cli::Verbosity::Normal) {
    write_line(stderr, line);
  }
}

void Console::warn(std::string_view line) const {
  if (terminal_.is_colored(options_, cli::Stream::Err)) {
    say("\x1b[33m" + std::string(line) + "\x1b[m");
  } else {
    say(line);
  }
}

void Console::answer(std::string_view text, cli::Paging paging) const {
  try {
    cli::Output output({}, paging);
    output.write(text);
    output.finish();
  } catch (const cli::ClosedPipe&) {
    return;  // the command goes on
  }
}

cli::Paging Console::paging() const {
  return terminal_.is_paged(options_) ? cli::Paging::On : cli::Paging::Off;
}

void Console::report(const Report& report) const {
  if (report_ == ReportForm::Json) {
    answer(to_json(report) + "\n");
  } else {
    say(to_line(report));
  }
}

void print_failure(const Failure& failure) {
  write_line(stderr, std::string("nutgraf-index: ") + failure.what());
  if (!failure.advice().empty()) {
    write_line(stderr, failure.advice());
  }
}

}  // namespace nutgraf
