// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/scratch_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "core/base/failure.h"
#include "core/base/varint.h"
#include "core/base/write_size.h"

namespace nutgraf::bulk {
namespace {

[[noreturn]] void fail(std::string_view what, const std::filesystem::path& file) {
  throw Failure(ExitCode::Failed, "cannot " + std::string(what) + " " + file.string() + ": " + std::strerror(errno),
                "free some space, or name another folder with --tmp");
}

}  // namespace

ScratchFile::ScratchFile(const std::filesystem::path& file) : name_(file) {
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (descriptor_ < 0) {
    fail("make", file);
  }
  ::unlink(file.c_str());
}

ScratchFile::~ScratchFile() {
  ::close(descriptor_);
}

Section ScratchFile::append(std::string_view bytes) {
  const Section section{size_.fetch_add(bytes.size()), bytes.size()};
  std::uint64_t at = section.begin;
  while (!bytes.empty()) {
    const ssize_t written =
        ::pwrite(descriptor_, bytes.data(), std::min(bytes.size(), kWriteSize), static_cast<off_t>(at));
    if (written < 0 && errno != EINTR) {
      fail("write", name_);
    }
    const auto count = written > 0 ? static_cast<std::size_t>(written) : 0;
    bytes.remove_prefix(count);
    at += count;
  }
  return section;
}

void ScratchFile::read(std::uint64_t begin, char* to, std::size_t size) const {
  while (size > 0) {
    const ssize_t got = ::pread(descriptor_, to, size, static_cast<off_t>(begin));
    if (got == 0 || (got < 0 && errno != EINTR)) {
      fail("read", name_);
    }
    const auto count = got > 0 ? static_cast<std::size_t>(got) : 0;
    begin += count;
    to += count;
    size -= count;
  }
}

SectionReader::SectionReader(const ScratchFile& file, Section section, std::size_t buffer)
    : file_(&file), next_(section.begin), left_(section.size) {
  buffer_.resize(static_cast<std::size_t>(std::min<std::uint64_t>(section.size, buffer)));
}

void SectionReader::need(std::size_t size) {
  if (end_ - at_ >= size) {
    return;
  }
  std::memmove(buffer_.data(), buffer_.data() + at_, end_ - at_);
  end_ -= at_;
  at_ = 0;
  if (buffer_.size() < size) {
    buffer_.resize(size * 2);
  }
  const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(left_, buffer_.size() - end_));
  file_->read(next_, buffer_.data() + end_, count);
  next_ += count;
  left_ -= count;
  end_ += count;
}

std::uint64_t SectionReader::number() {
  need(std::min<std::size_t>(kLongestVarint, (end_ - at_) + static_cast<std::size_t>(left_)));
  const char* at = buffer_.data() + at_;
  const std::uint64_t value = get_varint(at);
  at_ = static_cast<std::size_t>(at - buffer_.data());
  return value;
}

std::string_view SectionReader::bytes(std::size_t size) {
  need(size);
  const std::string_view found(buffer_.data() + at_, size);
  at_ += size;
  return found;
}

}  // namespace nutgraf::bulk
