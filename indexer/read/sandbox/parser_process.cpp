// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/sandbox/parser_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "indexer/read/byte_source.h"
#include "indexer/read/exhaustion.h"
#include "indexer/read/sandbox/limits.h"
#include "indexer/read/sandbox/packed_article.h"
#include "indexer/read/sandbox/serve.h"

namespace nutgraf::read::sandbox {
namespace {

/// This program, or the one beside it where this is another one of the same build. Never any other: it would not know
/// the argument. Throws Unreadable where there is none.
std::string program() {
  constexpr std::string_view kName = "nutgraf-index";
  std::string self = "/proc/self/exe";
  std::error_code error;
  const std::filesystem::path path = std::filesystem::read_symlink(self, error);
  if (path.filename().native().starts_with(kName)) {
    return self;
  }
  const std::filesystem::path beside = path.parent_path() / kName;
  if (!std::filesystem::exists(beside, error)) {
    throw Unreadable(fmt::format("it is parsed by {}, which is not in {}", kName, path.parent_path().string()));
  }
  return beside.native();
}

/// The new process has `socket` as its standard input, and nothing else of this one.
int spawn(const std::string& program, pid_t& process, int socket) {
  posix_spawn_file_actions_t files{};
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawn_file_actions_adddup2(&files, socket, STDIN_FILENO);
  ::posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
  std::string name = "nutgraf-index";
  std::string argument(kServeArgument);
  std::array<char*, 3> arguments = {name.data(), argument.data(), nullptr};
  const int failed = ::posix_spawn(&process, program.c_str(), &files, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&files);
  return failed;
}

std::string cause_of_death(int status) {
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) {
    return fmt::format("reading it takes more than {} s of processor time", kProcessorSeconds);
  }
  if (WIFSIGNALED(status)) {
    return fmt::format("its parser died of it: {} (signal {})", ::strsignal(WTERMSIG(status)), WTERMSIG(status));
  }
  return fmt::format("its parser gave up (exit code {})", WEXITSTATUS(status));
}

}  // namespace

ParserProcess::ParserProcess() {
  const std::string parser = program();
  std::array<int, 2> sockets{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0) {
    refuse_exhaustion(errno, "talk to", "the parser of documents");
    throw Unreadable(fmt::format("no process could be started to parse it: {}", std::strerror(errno)));
  }
  channel_ = std::make_unique<Channel>(sockets[0]);
  const int failed = spawn(parser, process_, sockets[1]);
  ::close(sockets[1]);
  if (failed != 0) {
    channel_.reset();
    refuse_exhaustion(failed, "start", "the parser of documents");
    throw Unreadable(fmt::format("no process could be started to parse it: {}", std::strerror(failed)));
  }
}

ParserProcess::~ParserProcess() {
  if (is_alive()) {
    end();
  }
}

void ParserProcess::end() {
  channel_.reset();
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
}

Parsed ParserProcess::parse(std::string_view parser, std::string_view bytes) {
  const auto deadline = Channel::Clock::now() + std::chrono::seconds(kWallSeconds);
  Frame request{FrameKind::Request, std::string(parser)};
  request.payload.append(1, '\n').append(bytes);
  if (!channel_->send(request)) {
    throw_death();
  }
  Parsed parsed;
  while (true) {
    const auto frame = channel_->receive(deadline);
    if (!frame) {
      throw_death();
    }
    switch (frame->kind) {
      case FrameKind::Article:
        try {
          parsed.articles.push_back(unpacked(frame->payload));
        } catch (const Unreadable&) {
          end();
          throw;
        }
        break;
      case FrameKind::Done:
        parsed.why_none =
            frame->payload == std::string(1, static_cast<char>(Skip::NoArticle)) ? Skip::NoArticle : Skip::Empty;
        return parsed;
      case FrameKind::Failed:
        throw Unreadable(frame->payload);
      case FrameKind::Request:
        throw_death();
    }
  }
}

void ParserProcess::throw_death() {
  constexpr std::chrono::milliseconds kGrace(200);
  channel_.reset();
  int status = 0;
  pid_t ended = ::waitpid(process_, &status, WNOHANG);
  if (ended == 0) {
    // Its end of the socket closes shortly before it can be waited for.
    ::usleep(static_cast<useconds_t>(std::chrono::microseconds(kGrace).count()));
    ended = ::waitpid(process_, &status, WNOHANG);
  }
  if (ended == 0) {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    throw Unreadable(fmt::format("reading it takes more than {} s", kWallSeconds));
  }
  throw Unreadable(cause_of_death(status));
}

Parsed parse_apart(std::string_view parser, std::string_view bytes) {
  constexpr unsigned kDocuments = 1000;  // then a new process: what parsers leak is bounded
  thread_local std::unique_ptr<ParserProcess> process;
  thread_local unsigned parsed = 0;
  if (process == nullptr || !process->is_alive() || ++parsed > kDocuments) {
    process = std::make_unique<ParserProcess>();
    parsed = 1;
  }
  return process->parse(parser, bytes);
}

}  // namespace nutgraf::read::sandbox
