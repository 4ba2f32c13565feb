// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/cli/terminal.h"

#include <doctest/doctest.h>

#include <initializer_list>

namespace nutgraf::cli {
namespace {

Terminal terminal() {
  Terminal both;
  both.out = true;
  both.err = true;
  return both;
}

}  // namespace

TEST_CASE("what is automatic follows from the terminal") {
  struct Row {
    const char* name;
    Terminal terminal;
    bool out_colored;
    bool err_colored;
    bool paged;
    ProgressForm progress;
  };
  Terminal piped = terminal();
  piped.out = false;
  Terminal logged = terminal();
  logged.err = false;
  Terminal dumb = terminal();
  dumb.dumb = true;
  Terminal colorless = terminal();
  colorless.colors = false;
  for (const Row& row : {Row{"a terminal", terminal(), true, true, true, ProgressForm::Line},
                         Row{"neither", Terminal(), false, false, false, ProgressForm::None},
                         Row{"standard output piped", piped, false, true, false, ProgressForm::Line},
                         Row{"standard error logged", logged, true, false, true, ProgressForm::None},
                         Row{"a dumb terminal", dumb, false, false, false, ProgressForm::Line},
                         Row{"NO_COLOR", colorless, false, false, true, ProgressForm::Line}}) {
    SUBCASE(row.name) {
      const ConsoleOptions options;
      CHECK(row.terminal.is_colored(options, Stream::Out) == row.out_colored);
      CHECK(row.terminal.is_colored(options, Stream::Err) == row.err_colored);
      CHECK(row.terminal.is_paged(options) == row.paged);
      CHECK(row.terminal.progress(options) == row.progress);
    }
  }
}

TEST_CASE("what is asked for is done, whatever the terminal") {
  const ConsoleOptions always{When::Always, When::Always, ShowProgress::Always, Verbosity::Normal};
  CHECK(Terminal().is_colored(always, Stream::Out));
  CHECK(Terminal().is_paged(always));
  CHECK(Terminal().progress(always) == ProgressForm::Line);
  const ConsoleOptions never{When::Never, When::Never, ShowProgress::Never, Verbosity::Normal};
  CHECK_FALSE(terminal().is_colored(never, Stream::Err));
  CHECK_FALSE(terminal().is_paged(never));
  CHECK(terminal().progress(never) == ProgressForm::None);
  const ConsoleOptions quiet{When::Auto, When::Auto, ShowProgress::Always, Verbosity::Quiet};
  CHECK(terminal().progress(quiet) == ProgressForm::None);
  const ConsoleOptions json{When::Auto, When::Auto, ShowProgress::Json, Verbosity::Quiet};
  CHECK(Terminal().progress(json) == ProgressForm::Lines);
}

}  // namespace nutgraf::cli
