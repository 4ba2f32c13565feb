// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/cli/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <vector>

#include "core/base/failure.h"

namespace nutgraf::cli {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} << 10U;

[[noreturn]] void fail(const std::string& name, int error) {
  throw Failure(ExitCode::Failed, fmt::format("cannot write {}: {}", name.empty() ? "standard output" : name,
                                              std::generic_category().message(error)));
}

// Devices, pipes and symbolic links are written in place.
bool is_replaceable(const std::string& name) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::symlink_status(name, error);
  return !std::filesystem::exists(status) || std::filesystem::is_regular_file(status);
}

/// PAGER is a command for the shell; less takes its flags from LESS where the user has set that.
std::vector<std::string> pager_command() {
  const char* pager = std::getenv("PAGER");
  (void)::setenv("LESS", "FRX", 0);
  return pager == nullptr ? std::vector<std::string>{"less"} : std::vector<std::string>{"sh", "-c", pager};
}

}  // namespace

Output::Output(const std::string& file, Paging paging) {
  if (!file.empty()) {
    open_file(file);
  } else if (paging == Paging::On) {
    open_pager();
  }
}

Output::~Output() {
  close_all();
}

void Output::open_file(const std::string& name) {
  name_ = name;
  if (is_replaceable(name)) {
    whole_file_.emplace(name, AtomicFile::Writers::Several);
    return;
  }
  file_ = ::open(name.c_str(), O_WRONLY | O_CLOEXEC | O_TRUNC);
  if (file_ < 0) {
    fail(name, errno);
  }
}

void Output::open_pager() {
  if (const char* pager = std::getenv("PAGER"); pager != nullptr && *pager == '\0') {
    return;
  }
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    return;
  }
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
  std::vector<std::string> words = pager_command();
  std::vector<char*> arguments;
  std::ranges::transform(words, std::back_inserter(arguments), [](std::string& word) { return word.data(); });
  arguments.push_back(nullptr);
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[0]);
  if (error != 0) {  // no pager here: straight to the terminal
    ::close(ends[1]);
    return;
  }
  pager_ = child;
  file_ = ends[1];
}

void Output::write(std::string_view bytes) {
  if (whole_file_) {
    whole_file_->write(bytes);
    return;
  }
  buffer_ += bytes;
  if (buffer_.size() >= kBufferBytes) {
    flush();
  }
}

void Output::flush() {
  const std::string bytes = std::move(buffer_);
  buffer_.clear();
  write_out(bytes);
}

void Output::write_out(std::string_view bytes) const {
  if (sink_) {
    sink_(bytes);
    return;
  }
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      throw ClosedPipe{};
    } else if (errno != EINTR) {
      fail(name_, errno);
    }
  }
}

void Output::finish() {
  flush();
  if (whole_file_) {
    whole_file_->commit(AtomicFile::Durability::Synced);
    whole_file_.reset();
  }
  close_all();
}

void Output::close_all() noexcept {
  whole_file_.reset();
  if (file_ > 2) {
    ::close(file_);
    file_ = 1;
  }
  if (pager_ > 0) {
    int status = 0;
    ::waitpid(pager_, &status, 0);
    pager_ = 0;
  }
}

void print(std::string_view text) {
  Output output;
  output.write(text);
  output.finish();
}

void write_file(const std::string& name, std::string_view bytes) {
  Output output(name);
  output.write(bytes);
  output.finish();
}

}  // namespace nutgraf::cli
