// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/matching_ids.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <sstream>
#include <system_error>

#include "core/base/failure.h"
#include "core/base/file_reader.h"

namespace nutgraf::command {
namespace {

namespace fs = std::filesystem;

constexpr const char* kProgram = "nutgraf-query";

struct Answer {
  int exit = 0;
  std::string out;
  std::string err;
};

[[noreturn]] void fail(const std::string& what, int error) {
  throw Failure(ExitCode::Failed, fmt::format("{}: {}", what, std::generic_category().message(error)));
}

/// A file without a name, which a child may write and this process reads afterwards.
class Catch {
 public:
  Catch() : descriptor_(::memfd_create(kProgram, MFD_CLOEXEC)) {
    if (descriptor_ < 0) {
      fail("cannot make a file in memory", errno);
    }
  }
  ~Catch() { ::close(descriptor_); }
  Catch(const Catch&) = delete;
  Catch& operator=(const Catch&) = delete;
  Catch(Catch&&) = delete;
  Catch& operator=(Catch&&) = delete;

  [[nodiscard]] int descriptor() const { return descriptor_; }
  [[nodiscard]] std::string caught() const { return read_whole(fmt::format("/proc/self/fd/{}", descriptor_)); }

 private:
  int descriptor_;
};

fs::path program_beside_this_one() {
  std::error_code error;
  const fs::path self = fs::read_symlink("/proc/self/exe", error);
  fs::path program = self.parent_path() / kProgram;
  if (error || ::access(program.c_str(), X_OK) != 0) {
    throw Failure(ExitCode::Missing,
                  fmt::format("delete --query needs {}, and {} is not there", kProgram, program.string()),
                  "install both programs in one folder, or give the ids with --ids");
  }
  return program;
}

int exit_of(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : static_cast<int>(ExitCode::Failed);
}

Answer run(const fs::path& program, std::vector<std::string> words) {
  words.insert(words.begin(), program.string());
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) {
    arguments.push_back(word.data());
  }
  arguments.push_back(nullptr);
  const Catch out;
  const Catch err;
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, out.descriptor(), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, err.descriptor(), STDERR_FILENO);
  pid_t child = 0;
  const int error = ::posix_spawn(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (error != 0) {
    fail(fmt::format("cannot start {}", program.string()), error);
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return {exit_of(status), out.caught(), err.caught()};
}

/// What the program said, as if this one had; its forms of the command are no help here.
[[noreturn]] void refuse(const Answer& answer) {
  const std::string head = fmt::format("{}: ", kProgram);
  std::string said;
  std::istringstream lines(answer.err);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(fmt::format("  {} ", kProgram))) {
      continue;
    }
    said += said.empty() ? "" : "\n";
    said += line == "say which:"     ? "say which: --match any, --match all or --match phrase"
            : line.starts_with(head) ? line.substr(head.size())
                                     : line;
  }
  throw Failure(static_cast<ExitCode>(answer.exit), said.empty() ? fmt::format("{} failed", kProgram) : said);
}

/// The rows of an answer in JSON lines; none where nothing was found.
std::vector<nlohmann::json> rows_of(const fs::path& program, const std::vector<std::string>& words) {
  const Answer answer = run(program, words);
  if (answer.exit != static_cast<int>(ExitCode::Done) && answer.exit != static_cast<int>(ExitCode::NothingFound)) {
    refuse(answer);
  }
  std::vector<nlohmann::json> rows;
  std::istringstream lines(answer.out);
  for (std::string line; std::getline(lines, line);) {
    rows.push_back(nlohmann::json::parse(line));
  }
  return rows;
}

}  // namespace

std::vector<std::string> matching_ids(const fs::path& index, const Selection& selection) {
  const fs::path program = program_beside_this_one();
  const auto rows = [&](std::vector<std::string> words) {
    words.insert(words.end(), {"-i", index.string(), "-f", "jsonl", "--ok-empty"});
    if (!selection.match.empty()) {
      words.insert(words.end(), {"--match", selection.match});
    }
    words.insert(words.end(), {"--", selection.query});
    return rows_of(program, words);
  };
  // Counting asks what ranking would guess: which words must be there.
  const std::vector<nlohmann::json> counted = rows({"count"});
  const std::vector<nlohmann::json> hits = rows({"search", "--fields", "id", "--limit", "all", "--all-copies"});
  std::vector<std::string> ids;
  ids.reserve(hits.size());
  for (const nlohmann::json& hit : hits) {
    ids.push_back(hit.at("id").get<std::string>());
  }
  const std::uint64_t articles = counted.empty() ? 0 : counted.front().at("articles").get<std::uint64_t>();
  if (articles != ids.size()) {
    throw Failure(ExitCode::Failed,
                  fmt::format("{} counts {} articles for the query, but lists {}; nothing was deleted", kProgram,
                              fmt::group_digits(articles), fmt::group_digits(ids.size())),
                  "report it, and give the ids with --ids");
  }
  return ids;
}

}  // namespace nutgraf::command
