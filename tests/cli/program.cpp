// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/cli/program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <thread>

#include "tests/temp_dir.h"

namespace nutgraf::test {
namespace {

void redirect(const std::filesystem::path& file, int flags, int descriptor) {
  const int opened = ::open(file.c_str(), flags, 0600);
  ::dup2(opened, descriptor);
  ::close(opened);
}

/// In the child: never returns.
[[noreturn]] void become(const Command& command, const std::filesystem::path& files) {
  redirect(files / "in", O_RDONLY, STDIN_FILENO);
  redirect(files / "out", O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
  redirect(files / "err", O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
  if (::chdir(command.folder.c_str()) != 0) {
    ::_exit(126);
  }
  ::unsetenv("NUTGRAF_INDEX");
  ::setenv("LC_ALL", "C.UTF-8", 1);
  const char* path = std::getenv("PATH");
  ::setenv("PATH", (std::string(NUTGRAF_BIN_DIR) + ":" + (path == nullptr ? "/usr/bin:/bin" : path)).c_str(), 1);
  for (const std::string& variable : command.variables) {
    ::putenv(const_cast<char*>(variable.c_str()));  // NOLINT(*-const-cast): POSIX wants it so
  }
  std::vector<char*> words;
  for (const std::string& word : command.words) {
    words.push_back(const_cast<char*>(word.c_str()));  // NOLINT(*-const-cast): POSIX wants it so
  }
  words.push_back(nullptr);
  ::execvp(words.front(), words.data());
  ::_exit(127);
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

Outcome run(const Command& command) {
  const TempDir files;
  (void)files.write("in", command.input);
  const pid_t child = ::fork();
  if (child < 0) {
    throw std::runtime_error("cannot fork");
  }
  if (child == 0) {
    become(command, files.path());
  }
  if (command.signal != 0) {
    std::this_thread::sleep_for(command.delay);
    ::kill(child, command.signal);
  }
  Outcome outcome;
  outcome.exit = wait_for(child);
  outcome.out = read_file(files.path() / "out");
  outcome.err = read_file(files.path() / "err");
  return outcome;
}

Outcome shell(const std::filesystem::path& folder, const std::string& script) {
  return run({folder, {"sh", "-c", script}, {}, {}, 0, {}});
}

}  // namespace nutgraf::test
