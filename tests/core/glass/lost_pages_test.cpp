// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/lost_pages.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "core/glass/corruption_error.h"
#include "core/glass/file_view.h"
#include "tests/temp_dir.h"

using namespace nutgraf;

namespace {

bool is_refused() {
  try {
    glass::require_no_lost_pages();
    return false;
  } catch (const glass::CorruptionError&) {
    return true;
  }
}

/// The exit code of a child that does this, or 128 and the signal that ended it: what is lost once stays lost.
template <typename Work>
int in_child(Work work) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::_exit(work());
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

TEST_CASE("a file that is cut short under a reader reads as zeros, and the reader can ask") {
  const test::TempDir dir;
  const auto file = dir.write("table", std::string(64 * 1024, 'x'));
  const int code = in_child([&] {
    const glass::FileView view(file);
    const bool before = is_refused();
    std::filesystem::resize_file(file, 100);
    const bool zeros = view.bytes()[50'000] == 0 && view.bytes()[50'001] == 0;
    return !before && zeros && is_refused() ? 0 : 1;
  });
  CHECK(code == 0);
}

TEST_CASE("SIGBUS elsewhere ends the process as it always did") {
  const int code = in_child([] {
    const test::TempDir dir;
    const glass::FileView view(dir.write("table", "x"));
    ::raise(SIGBUS);
    ::raise(SIGBUS);
    return 0;
  });
  CHECK(code == 128 + SIGBUS);
}
