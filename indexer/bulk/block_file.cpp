// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/block_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include "core/base/failure.h"

namespace nutgraf::bulk {
namespace {

constexpr std::size_t kBufferedBlocks = std::size_t{128} * kBlockSize;

[[noreturn]] void fail_to_write(const std::filesystem::path& file) {
  throw Failure(ExitCode::Failed, "cannot write " + file.string() + ": " + std::strerror(errno));
}

}  // namespace

BlockFile::BlockFile(std::filesystem::path file)
    : file_(std::move(file)), buffer_(kBufferedBlocks), behind_(kBufferedBlocks) {
  descriptor_ = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor_ < 0) {
    fail_to_write(file_);
  }
}

BlockFile::~BlockFile() {
  if (writing_.valid()) {
    writing_.wait();
  }
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

std::uint32_t BlockFile::append() {
  filled_ += kBlockSize;
  if (filled_ == buffer_.size()) {
    hand_over();
  }
  return blocks_++;
}

void BlockFile::hand_over() {
  wait();
  std::swap(buffer_, behind_);
  writing_ = std::async(std::launch::async, [this, size = std::exchange(filled_, 0)] { write(behind_.data(), size); });
}

void BlockFile::wait() {
  if (writing_.valid()) {
    writing_.get();
  }
}

void BlockFile::write(const char* bytes, std::size_t size) {
  const auto begin = written_;
  written_ += static_cast<off_t>(size);
  while (size > 0) {
    const ssize_t written = ::write(descriptor_, bytes, size);
    if (written < 0 && errno != EINTR) {
      fail_to_write(file_);
    }
    const std::size_t done = written > 0 ? static_cast<std::size_t>(written) : 0;
    bytes += done;
    size -= done;
  }
  // The disk begins now, so that the flush at the end of a build finds little left; file systems may decline.
  (void)::sync_file_range(descriptor_, begin, written_ - begin, SYNC_FILE_RANGE_WRITE);
}

void BlockFile::close() {
  wait();
  write(buffer_.data(), std::exchange(filled_, 0));
  if (::close(std::exchange(descriptor_, -1)) != 0) {
    fail_to_write(file_);
  }
}

}  // namespace nutgraf::bulk
