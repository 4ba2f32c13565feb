// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/glass/file_view.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "core/glass/lost_pages.h"

namespace nutgraf::glass {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file) {
  throw std::system_error(errno, std::generic_category(), file.string());
}

/// Open until it goes out of scope.
class Descriptor {
 public:
  explicit Descriptor(const std::filesystem::path& file) : number_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (number_ < 0) {
      fail(file);
    }
  }
  ~Descriptor() { ::close(number_); }
  Descriptor(Descriptor&&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

}  // namespace

FileView::FileView(const std::filesystem::path& file) {
  const Descriptor descriptor(file);
  struct stat status {};
  if (::fstat(descriptor.number(), &status) != 0) {
    fail(file);
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) {
    return;
  }
  void* const begin = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor.number(), 0);
  if (begin == MAP_FAILED) {
    fail(file);
  }
  bytes_ = {static_cast<const unsigned char*>(begin), size};
  watch_pages(bytes_);
}

FileView::~FileView() {
  if (!bytes_.empty()) {
    unwatch_pages(bytes_);
    ::munmap(const_cast<unsigned char*>(bytes_.data()), bytes_.size());
  }
}

FileView::FileView(FileView&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

FileView& FileView::operator=(FileView&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

}  // namespace nutgraf::glass
