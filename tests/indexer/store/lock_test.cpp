// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/lock.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <optional>
#include <string>

#include "core/base/failure.h"
#include "tests/temp_dir.h"

using namespace nutgraf;
using std::chrono::milliseconds;

namespace {

/// Another process that holds the lock until it is told to go or killed.
class Holder {
 public:
  explicit Holder(const std::filesystem::path& index) {
    std::array<int, 2> ready{};
    REQUIRE(::pipe(ready.data()) == 0);
    pid_ = ::fork();
    if (pid_ == 0) {
      const store::WriterLock lock(index, milliseconds(0));
      const char byte = 'r';
      static_cast<void>(::write(ready[1], &byte, 1) == 1);
      for (;;) {
        ::pause();
      }
    }
    char byte = 0;
    REQUIRE(::read(ready[0], &byte, 1) == 1);
    ::close(ready[0]);
    ::close(ready[1]);
  }
  ~Holder() { kill(); }
  Holder(const Holder&) = delete;
  Holder& operator=(const Holder&) = delete;
  Holder(Holder&&) = delete;
  Holder& operator=(Holder&&) = delete;

  void kill() {
    if (pid_ > 0) {
      ::kill(pid_, SIGKILL);
      ::waitpid(pid_, nullptr, 0);
      last_ = std::exchange(pid_, 0);
    }
  }
  [[nodiscard]] std::string pid() const { return std::to_string(pid_ > 0 ? pid_ : last_); }

 private:
  pid_t pid_ = 0;
  pid_t last_ = 0;
};

std::optional<Failure> try_lock(const std::filesystem::path& index, milliseconds timeout) {
  try {
    const store::WriterLock lock(index, timeout);
    return std::nullopt;
  } catch (const Failure& e) {
    return e;
  }
}

}  // namespace

TEST_CASE("the lock makes the folder and names its holder") {
  const test::TempDir dir;
  const auto index = dir.path() / "deep" / "news.idx";
  const store::WriterLock lock(index, milliseconds(0));
  const std::string text = test::read_file(index / "lock");
  CHECK(text.substr(0, text.find(' ')) == std::to_string(::getpid()));
  CHECK(text.back() == '\n');
}

TEST_CASE("a second writer is told who holds it") {
  const test::TempDir dir;
  const Holder holder(dir.path());
  const auto failure = try_lock(dir.path(), milliseconds(150));
  REQUIRE(failure.has_value());
  CHECK(failure->code() == ExitCode::Busy);
  CHECK(std::string(failure->what()).find("process " + holder.pid()) != std::string::npos);
  CHECK(failure->advice().find("--lock-timeout") != std::string::npos);
}

TEST_CASE("the pid is the kernel's, whatever stands in the file") {
  const test::TempDir dir;
  const Holder holder(dir.path());
  dir.write("lock", "999999 elsewhere\n");
  const auto failure = try_lock(dir.path(), milliseconds(0));
  REQUIRE(failure.has_value());
  CHECK(std::string(failure->what()).find("process " + holder.pid()) != std::string::npos);
}

TEST_CASE("a killed holder frees the lock, also while another waits") {
  const test::TempDir dir;
  Holder holder(dir.path());
  const pid_t killer = ::fork();
  if (killer == 0) {
    ::usleep(100'000);
    ::kill(std::stoi(holder.pid()), SIGKILL);
    ::_exit(0);
  }
  CHECK_FALSE(try_lock(dir.path(), milliseconds(20'000)).has_value());
  ::waitpid(killer, nullptr, 0);
  holder.kill();
  CHECK_FALSE(try_lock(dir.path(), milliseconds(0)).has_value());
}

TEST_CASE("the lock ends with its owner") {
  const test::TempDir dir;
  { const store::WriterLock lock(dir.path(), milliseconds(0)); }
  const Holder holder(dir.path());
  CHECK(try_lock(dir.path(), milliseconds(0)).has_value());
}

TEST_CASE("a place that cannot be written is a failure naming it") {
  const test::TempDir dir;
  dir.write("file", "x");
  const auto failure = try_lock(dir.path() / "file" / "news.idx", milliseconds(0));
  REQUIRE(failure.has_value());
  CHECK(failure->code() == ExitCode::Failed);
  CHECK_MESSAGE(std::string(failure->what()).find("file") != std::string::npos, failure->what());
}
