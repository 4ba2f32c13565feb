// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/console.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace nutgraf {
namespace {

void write_line(std::FILE* stream, std::string_view line) {
  std::string text(line);
  text += '\n';
  (void)std::fwrite(text.data(), 1, text.size(), stream);
}

}  // namespace

void Console::say(std::string_view line) const {
  if (options_.loudness == Loudness::Normal) {
    write_line(stderr, line);
  }
}

void Console::warn(std::string_view line) const {
  if (options_.color == Switch::On) {
    say("\x1b[33m" + std::string(line) + "\x1b[m");
  } else {
    say(line);
  }
}

void Console::answer(std::string_view text) const {
  const std::size_t written = std::fwrite(text.data(), 1, text.size(), stdout);
  const bool done = written == text.size() && std::fflush(stdout) == 0;
  if (!done && errno != EPIPE) {
    throw Failure(ExitCode::Failed, std::string("cannot write to standard output: ") + std::strerror(errno));
  }
}

void Console::report(const Report& report) const {
  if (options_.report == ReportForm::Json) {
    answer(to_json(report) + "\n");
  } else {
    say(to_line(report));
  }
}

int complain(const Failure& failure) {
  write_line(stderr, std::string("nutgraf-index: ") + failure.what());
  if (!failure.advice().empty()) {
    write_line(stderr, failure.advice());
  }
  return static_cast<int>(failure.code());
}

}  // namespace nutgraf
