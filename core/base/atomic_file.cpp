// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/atomic_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <system_error>
#include <utility>

#include "core/base/failure.h"

namespace nutgraf {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} << 10U;

}  // namespace

AtomicFile::AtomicFile(std::filesystem::path file, Writers writers) : file_(std::move(file)), partial_(file_) {
  static std::atomic<unsigned> opened = 0;
  partial_ += writers == Writers::Several ? fmt::format(".{}-{}.partial", ::getpid(), ++opened) : ".partial";
  (void)::unlink(partial_.c_str());  // what a killed writer left; a link that somebody put there is not followed
  descriptor_ = ::open(partial_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor_ < 0) {
    fail();
  }
}

AtomicFile::~AtomicFile() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
    ::unlink(partial_.c_str());
  }
}

void AtomicFile::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= kBufferBytes) {
    flush();
  }
}

void AtomicFile::flush() {
  for (std::string_view rest = buffer_; !rest.empty();) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno != EINTR) {
      fail();
    }
    rest.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

void AtomicFile::commit(Durability durability) {
  flush();
  // EINVAL: a file system that cannot.
  while (durability == Durability::Synced && ::fsync(descriptor_) != 0 && errno != EINVAL) {
    if (errno != EINTR) {
      fail();
    }
  }
  // Some file systems report only on closing that the disk is full.
  const bool closed = ::close(std::exchange(descriptor_, -1)) == 0;
  if (!closed || ::rename(partial_.c_str(), file_.c_str()) != 0) {
    const int error = errno;
    ::unlink(partial_.c_str());
    errno = error;
    fail();
  }
}

void AtomicFile::fail() const {
  const std::error_code error(errno, std::generic_category());
  throw Failure(ExitCode::Failed, fmt::format("cannot write {}: {}", file_.string(), error.message()),
                error == std::errc::no_space_on_device ? "free some space and run it again; nothing was replaced" : "");
}

}  // namespace nutgraf
