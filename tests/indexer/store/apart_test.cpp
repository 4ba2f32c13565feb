// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/apart.h"

#include <doctest/doctest.h>

#include <csignal>
#include <stdexcept>

#include "core/base/failure.h"

using namespace nutgraf;
using Problems = std::vector<std::string>;

TEST_CASE("problems come back from the child") {
  CHECK(store::look_apart([] { return Problems{}; }) == Problems{});
  const Problems many(3000, std::string(200, 'x'));  // more than a pipe holds
  CHECK(store::look_apart([&] { return many; }) == many);
  CHECK(store::look_apart([]() -> Problems { throw std::runtime_error("odd"); }) == Problems{"odd"});
}

TEST_CASE("a failure comes back as one") {
  try {
    (void)store::look_apart([]() -> Problems { throw Failure(ExitCode::Busy, "busy", "wait"); });
    FAIL("nothing was thrown");
  } catch (const Failure& failure) {
    CHECK(failure.code() == ExitCode::Busy);
    CHECK(std::string(failure.what()) == "busy");
    CHECK(failure.advice() == "wait");
  }
}

TEST_CASE("a crash is a problem, a kill is not") {
  for (const int deadly : {SIGSEGV, SIGABRT, SIGBUS}) {
    const Problems problems = store::look_apart([deadly] {
      ::raise(deadly);
      return Problems{};
    });
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().find("crash") != std::string::npos);
  }
  const auto killed = [] {
    ::raise(SIGKILL);
    return Problems{};
  };
  CHECK_THROWS_AS((void)store::look_apart(killed), Failure);
}
