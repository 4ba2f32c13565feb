// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/block_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include "core/base/failure.h"
#include "core/base/write_size.h"
#include "core/glass/format.h"

namespace nutgraf::glass {
namespace {

constexpr std::size_t kBufferedBlocks = kWriteSize / kBlockSize;

[[noreturn]] void fail_to_write(const std::filesystem::path& file) {
  throw Failure(ExitCode::Failed, "cannot write " + file.string() + ": " + std::strerror(errno));
}

}  // namespace

BlockFile::BlockFile(std::filesystem::path file) : file_(std::move(file)), buffer_(kBufferedBlocks * kBlockSize) {
  descriptor_ = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor_ < 0) {
    fail_to_write(file_);
  }
}

BlockFile::~BlockFile() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

std::uint32_t BlockFile::append() {
  filled_ += kBlockSize;
  if (filled_ == buffer_.size()) {
    write_buffer();
  }
  return blocks_++;
}

void BlockFile::write_buffer() {
  const off_t begin = written_;
  const char* bytes = buffer_.data();
  for (std::size_t left = std::exchange(filled_, 0); left > 0;) {
    const ssize_t written = ::write(descriptor_, bytes, left);
    if (written < 0 && errno != EINTR) {
      fail_to_write(file_);
    }
    const std::size_t done = written > 0 ? static_cast<std::size_t>(written) : 0;
    bytes += done;
    left -= done;
    written_ += static_cast<off_t>(done);
  }
  // The disk begins now, so that the flush at the end of a build finds little left; file systems may decline.
  (void)::sync_file_range(descriptor_, begin, written_ - begin, SYNC_FILE_RANGE_WRITE);
}

void BlockFile::close() {
  write_buffer();
  if (::close(std::exchange(descriptor_, -1)) != 0) {
    fail_to_write(file_);
  }
}

}  // namespace nutgraf::glass
