// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/file_source.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <xxhash.h>

#include <cerrno>
#include <system_error>
#include <vector>

#include "indexer/read/exhaustion.h"

namespace nutgraf::read {
namespace {

std::string reason(int error) {
  return std::generic_category().message(error);
}

}  // namespace

struct FileSource::Hash {
  Hash() : state(XXH3_createState()) { XXH3_128bits_reset(state); }
  ~Hash() { XXH3_freeState(state); }
  Hash(const Hash&) = delete;
  Hash& operator=(const Hash&) = delete;
  Hash(Hash&&) = delete;
  Hash& operator=(Hash&&) = delete;

  XXH3_state_t* state;
};

FileSource::FileSource(const std::string& path) : hash_(std::make_unique<Hash>()) {
  // O_NONBLOCK: a FIFO put in the file's place since it was looked at must not hang the build.
  file_ = path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file_ < 0) {
    refuse_exhaustion(errno, "open", path == "-" ? "standard input" : path);
    throw Unreadable(fmt::format("it cannot be opened: {}", reason(errno)));
  }
  ::posix_fadvise(file_, 0, 0, POSIX_FADV_SEQUENTIAL);
}

FileSource::~FileSource() {
  ::close(file_);
}

std::size_t FileSource::read(std::span<char> into) {
  while (true) {
    const ssize_t got = ::read(file_, into.data(), into.size());
    if (got >= 0) {
      if (in_order_) {
        XXH3_128bits_update(hash_->state, into.data(), static_cast<std::size_t>(got));
      }
      return static_cast<std::size_t>(got);
    }
    if (errno != EINTR) {
      throw SourceLost(*this, fmt::format("it cannot be read: {}", reason(errno)));
    }
  }
}

std::int64_t FileSource::seek(std::int64_t offset, int whence) {
  const off_t place = ::lseek(file_, offset, whence);
  if (place >= 0) {
    in_order_ = false;
  }
  return place;
}

std::string FileSource::finish() {
  if (!in_order_ && ::lseek(file_, 0, SEEK_SET) == 0) {
    XXH3_128bits_reset(hash_->state);
    in_order_ = true;
  }
  std::vector<char> rest(256UL * 1024);
  while (read(rest) > 0) {
  }
  const XXH128_hash_t hash = XXH3_128bits_digest(hash_->state);
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace nutgraf::read
