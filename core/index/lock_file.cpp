// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/index/lock_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "core/index/layout.h"

namespace nutgraf {

LockHolder last_holder(int file) {
  std::array<char, 512> bytes{};
  const ssize_t size = ::pread(file, bytes.data(), bytes.size(), 0);
  const std::string_view text(bytes.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  const std::size_t blank = std::min(text.find(' '), text.size());
  const std::size_t end = std::min(text.find('\n'), text.size());
  LockHolder holder;
  holder.pid = text.substr(0, blank);
  holder.host = blank < end ? std::string(text.substr(blank + 1, end - blank - 1)) : std::string();
  return holder;
}

std::optional<LockHolder> lock_holder(int file) {
  struct flock range {};
  range.l_type = F_WRLCK;
  range.l_whence = SEEK_SET;
  if (::fcntl(file, F_GETLK, &range) != 0 || range.l_type == F_UNLCK) {
    return std::nullopt;
  }
  LockHolder holder = last_holder(file);
  if (range.l_pid > 0) {
    holder.pid = fmt::format("{}", range.l_pid);  // the kernel knows better than what a killed writer left
  }
  return holder;
}

std::optional<LockHolder> running_writer(const std::filesystem::path& index) {
  const int file = ::open((index / layout::kLock).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) {
    return std::nullopt;
  }
  std::optional<LockHolder> holder = lock_holder(file);
  ::close(file);
  return holder;
}

std::string describe(const LockHolder& holder) {
  return fmt::format("{}{}{}{}", holder.pid.empty() ? "another process" : "process ", holder.pid,
                     holder.host.empty() ? "" : " on ", holder.host);
}

}  // namespace nutgraf
