// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/file_reader.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "core/base/denial.h"
#include "core/base/failure.h"

namespace nutgraf {
namespace {

constexpr std::string_view kStandardInput = "-";
constexpr std::size_t kChunk = std::size_t{64} * 1024;

}  // namespace

FileReader::FileReader(std::string name, std::string advice) : name_(std::move(name)), advice_(std::move(advice)) {
  descriptor_ = name_ == kStandardInput ? STDIN_FILENO : ::open(name_.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor_ < 0) {
    fail(errno);
  }
}

FileReader::~FileReader() {
  if (name_ != kStandardInput) {
    ::close(descriptor_);
  }
}

std::size_t FileReader::read(std::span<char> into) {
  while (true) {
    const ssize_t got = ::read(descriptor_, into.data(), into.size());
    if (got >= 0) {
      return static_cast<std::size_t>(got);
    }
    if (errno != EINTR) {
      fail(errno);
    }
  }
}

void FileReader::fail(int error) const {
  const std::string reason = std::generic_category().message(error);
  if (name_ == kStandardInput) {
    throw ReadFailure(error, fmt::format("standard input cannot be read: {}", reason),
                      "give it a file or a pipe: < FILE, or PROGRAM |");
  }
  const bool denied = is_denial(std::error_code(error, std::generic_category()));
  throw ReadFailure(error, fmt::format("cannot read {}: {}", name_, reason), denied ? std::string(kOnDenial) : advice_);
}

bool LineReader::next(std::string& line) {
  std::size_t searched = at_;
  std::size_t end = buffer_.find('\n', searched);
  while (end == std::string::npos) {
    buffer_.erase(0, std::exchange(at_, 0));
    searched = buffer_.size();
    buffer_.resize(searched + kChunk);
    const std::size_t got = file_.read(std::span(buffer_).subspan(searched));
    buffer_.resize(searched + got);
    if (got == 0) {
      line = std::exchange(buffer_, {});
      return !line.empty();
    }
    end = buffer_.find('\n', searched);
  }
  line.assign(buffer_, at_, end - at_);
  at_ = end + 1;
  return true;
}

std::string read_whole(const std::string& name, const std::string& advice) {
  FileReader file(name, advice);
  std::string bytes;
  while (true) {
    const std::size_t used = bytes.size();
    bytes.resize(used + kChunk);
    const std::size_t got = file.read(std::span(bytes).subspan(used));
    bytes.resize(used + got);
    if (got == 0) {
      return bytes;
    }
  }
}

}  // namespace nutgraf
