// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/time_limit.h"

#include <doctest/doctest.h>

#include <thread>

#include "core/base/failure.h"

namespace nutgraf {
namespace {

/// Works until it is stopped, and says why.
ExitCode work() {
  try {
    for (;;) {
      TimeLimit::check();
    }
  } catch (const Failure& failure) {
    return failure.code();
  }
}

}  // namespace

TEST_CASE("work ends at its time, or when nobody waits for it") {
  {
    const TimeLimit limit(std::chrono::milliseconds(1));
    CHECK(work() == ExitCode::Failed);
  }
  {
    int questions = 0;
    const TimeLimit limit(std::chrono::milliseconds(0), [&questions] { return ++questions < 2; });
    CHECK(work() == ExitCode::Interrupted);
    CHECK(questions == 2);
  }
  for (int i = 0; i < 100; ++i) {
    CHECK_NOTHROW(TimeLimit::check());  // none is set any longer
  }
}

TEST_CASE("a time limit is that of its thread") {
  const TimeLimit limit(std::chrono::milliseconds(1));
  std::thread other([] {
    for (int i = 0; i < 1000; ++i) {
      CHECK_NOTHROW(TimeLimit::check());
    }
  });
  other.join();
  CHECK(work() == ExitCode::Failed);
}

}  // namespace nutgraf
