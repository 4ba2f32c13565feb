// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <string_view>

#include "core/cli/values.h"

namespace nutgraf::cli {
namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

}  // namespace

void add_console_options(CLI::App& app, ConsoleOptions& options) {
  const Choices<When> whens = {{"auto", When::Auto}, {"always", When::Always}, {"never", When::Never}};
  const auto add = [&](const char* name, When& when, const char* help) {
    take_one_of(app.add_option(name, when, help), whens, when);
  };
  add("--color", options.color, "colours");
  add("--pager", options.pager, "show long answers through PAGER (less)");
  take_one_of<ShowProgress>(
      app.add_option("--progress", options.progress, "show progress on standard error; json: a line a second"),
      {{"auto", ShowProgress::Auto},
       {"always", ShowProgress::Always},
       {"never", ShowProgress::Never},
       {"json", ShowProgress::Json}},
      options.progress);
  app.add_flag_callback(
      "-q,--quiet", [&options] { options.verbosity = Verbosity::Quiet; }, "print only the answer and errors");
}

bool Terminal::is_colored(const ConsoleOptions& options, Stream stream) const {
  const bool is_terminal = stream == Stream::Out ? out : err;
  return options.color == When::Always || (options.color == When::Auto && is_terminal && colors && !dumb);
}

bool Terminal::is_paged(const ConsoleOptions& options) const {
  return options.pager == When::Always || (options.pager == When::Auto && out && !dumb);
}

ProgressForm Terminal::progress(const ConsoleOptions& options) const {
  if (options.progress == ShowProgress::Json) {
    return ProgressForm::Lines;
  }
  const bool shown = options.verbosity == Verbosity::Normal &&
                     (options.progress == ShowProgress::Always || (options.progress == ShowProgress::Auto && err));
  return shown ? ProgressForm::Line : ProgressForm::None;
}

Terminal process_terminal() {
  Terminal terminal;
  terminal.out = ::isatty(STDOUT_FILENO) == 1;
  terminal.err = ::isatty(STDERR_FILENO) == 1;
  terminal.dumb = variable("TERM").empty() || variable("TERM") == "dumb";
  terminal.colors = variable("NO_COLOR").empty();
  winsize size{};
  terminal.width = terminal.out && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0U;
  return terminal;
}

}  // namespace nutgraf::cli
