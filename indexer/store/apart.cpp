// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/apart.h"

#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <string_view>
#include <system_error>

#include "core/base/failure.h"

namespace nutgraf::store {
namespace {

using Problems = std::vector<std::string>;

// What the child sends: 'P' and a problem, or 'F', the digit of an exit code and the sentence, or 'A' and its advice;
// each ends in a zero byte. The last message is 'E': without it the child did not come to its end.
constexpr char kProblem = 'P';
constexpr char kFailure = 'F';
constexpr char kAdvice = 'A';
constexpr char kEnd = 'E';

[[noreturn]] void fail(std::string_view what) {
  throw Failure(ExitCode::Failed,
                fmt::format("{}: {}", what, std::error_code(errno, std::generic_category()).message()));
}

/// A pipe between parent and child.
class Pipe {
 public:
  Pipe() {
    if (::pipe(ends_.data()) != 0) {
      fail("cannot make a pipe for the check");
    }
  }
  ~Pipe() {
    close(0);
    close(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  Pipe(Pipe&&) = delete;
  Pipe& operator=(Pipe&&) = delete;

  void close(std::size_t end) {
    if (ends_.at(end) >= 0) {
      ::close(std::exchange(ends_.at(end), -1));
    }
  }
  void send(char kind, std::string_view text) const {
    std::string message(1, kind);
    message += text.substr(0, text.find('\0'));
    message += '\0';
    for (std::string_view rest = message; !rest.empty();) {
      const ssize_t size = ::write(ends_[1], rest.data(), rest.size());
      if (size < 0 && errno != EINTR) {
        return;  // the parent has gone
      }
      rest.remove_prefix(size < 0 ? 0 : static_cast<std::size_t>(size));
    }
  }
  [[nodiscard]] std::string receive_all() const {
    std::string all;
    std::array<char, 4096> buffer{};
    for (;;) {
      const ssize_t size = ::read(ends_[0], buffer.data(), buffer.size());
      if (size == 0 || (size < 0 && errno != EINTR)) {
        return all;
      }
      all.append(buffer.data(), size < 0 ? 0 : static_cast<std::size_t>(size));
    }
  }

 private:
  std::array<int, 2> ends_{-1, -1};
};

[[noreturn]] void be_child(const Pipe& pipe, const std::function<Problems()>& look) {
  (void)::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const rlimit no_core{0, 0};
  (void)::setrlimit(RLIMIT_CORE, &no_core);
  for (const int deadly : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL}) {
    (void)std::signal(deadly, SIG_DFL);
  }
  std::set_terminate(std::abort);
  try {
    for (const std::string& problem : look()) {
      pipe.send(kProblem, problem);
    }
  } catch (const Failure& failure) {
    pipe.send(kFailure, fmt::format("{}{}", static_cast<int>(failure.code()), failure.what()));
    pipe.send(kAdvice, failure.advice());
  } catch (const std::exception& error) {
    pipe.send(kProblem, error.what());
  }
  pipe.send(kEnd, "");
  ::_exit(0);
}

/// The child's messages in order; `ended`: the last one is the end.
struct Received {
  Problems problems;
  std::string failure;
  std::string advice;
  bool ended = false;
};

Received read_messages(std::string_view all) {
  Received received;
  while (!all.empty()) {
    const std::string_view message = all.substr(0, all.find('\0'));
    all.remove_prefix(std::min(message.size() + 1, all.size()));
    const char kind = message.empty() ? '\0' : message.front();
    if (kind == kProblem) {
      received.problems.emplace_back(message.substr(1));
    } else if (kind == kFailure) {
      received.failure = message.substr(1);
    } else if (kind == kAdvice) {
      received.advice = message.substr(1);
    }
    received.ended = kind == kEnd;
  }
  return received;
}

std::string death(int status) {
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) {
    throw Failure(ExitCode::Failed, "the process that read the tables was killed",
                  "see whether memory is short, and run it again");
  }
  return WIFSIGNALED(status) ? fmt::format("reading the tables ended in a crash ({})", ::strsignal(WTERMSIG(status)))
                             : std::string("reading the tables ended in a crash");
}

}  // namespace

Problems look_apart(const std::function<Problems()>& look) {
  Pipe pipe;
  const pid_t child = ::fork();
  if (child < 0) {
    fail("cannot start a process for the check");
  }
  if (child == 0) {
    pipe.close(0);
    be_child(pipe, look);
  }
  pipe.close(1);
  Received received = read_messages(pipe.receive_all());
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!received.failure.empty()) {
    throw Failure(static_cast<ExitCode>(received.failure.front() - '0'), received.failure.substr(1), received.advice);
  }
  if (!received.ended) {
    received.problems.push_back(death(status));
  }
  return std::move(received.problems);
}

}  // namespace nutgraf::store
