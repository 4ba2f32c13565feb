// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/index/missing.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "core/base/denial.h"
#include "core/index/layout.h"
#include "core/index/lock_file.h"

namespace nutgraf {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMake = "make an index: nutgraf-index build INDEX INPUT...";

Failure missing(const std::string& message, std::string_view advice) {
  return {ExitCode::Missing, message, std::string(advice)};
}

/// With generations that a rollback can make live.
Failure stub_lost(const fs::path& index) {
  std::error_code error;
  const bool is_there = fs::exists(fs::symlink_status(index / layout::kStub, error));
  return missing(fmt::format("{} is {}, so no generation of the index is live", (index / layout::kStub).string(),
                             is_there ? "damaged" : "missing"),
                 fmt::format("make the newest sound one live: nutgraf-index rollback {}", index.string()));
}

bool has_remains(const fs::path& index) {
  std::error_code error;
  const fs::path generations = index / layout::kGenerations;
  return fs::is_directory(index / layout::kParts, error) ||
         (fs::is_directory(generations, error) && !fs::is_empty(generations, error));
}

/// Made by a build that published nothing.
bool was_begun(const fs::path& index) {
  std::error_code error;
  return fs::is_directory(index / layout::kGenerations, error) || fs::exists(index / layout::kLock, error);
}

/// Why the stub cannot be read although it is there.
std::error_code stub_error(const fs::path& index) {
  const int file = ::open((index / layout::kStub).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) {
    return errno == ENOENT ? std::error_code() : std::error_code(errno, std::generic_category());
  }
  ::close(file);
  return {};
}

/// Nothing if the folder can be looked into.
std::optional<Failure> unreadable(const fs::path& index) {
  std::error_code error;
  const fs::file_status status = fs::status(index, error);
  if (status.type() == fs::file_type::not_found) {
    return missing(fmt::format("there is no index {}", index.string()), kMake);
  }
  if (!error && fs::is_directory(status)) {
    error = stub_error(index);
  }
  return error
             ? std::optional(missing(fmt::format("{} cannot be read: {}", index.string(), error.message()), kOnDenial))
             : std::nullopt;
}

Failure explain(const fs::path& index, const std::optional<LockHolder>& writer) {
  if (std::optional<Failure> failure = unreadable(index)) {
    return *failure;
  }
  if (!layout::finished_generations(index).empty()) {
    return stub_lost(index);
  }
  if (writer) {
    return {ExitCode::Busy,
            fmt::format("{} is being built by {} and has no finished index yet", index.string(), describe(*writer)),
            "wait for the build to end"};
  }
  if (has_remains(index)) {
    return missing(fmt::format("{} contains no finished index, only what an interrupted build left", index.string()),
                   "build it again; with --resume it continues from the finished parts");
  }
  if (was_begun(index)) {
    return missing(fmt::format("{} contains no index: a build made the folder and published nothing", index.string()),
                   "build it again, from inputs that have articles");
  }
  return missing(fmt::format("{} is not an index", index.string()), kMake);
}

}  // namespace

Failure missing_index(const fs::path& index) {
  return explain(index, running_writer(index));
}

Failure missing_index_of_writer(const fs::path& index) {
  return explain(index, std::nullopt);
}

}  // namespace nutgraf
