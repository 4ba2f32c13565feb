// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/archive_stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <cerrno>
#include <clocale>
#include <exception>
#include <utility>
#include <vector>

namespace nutgraf::read {
namespace {

struct Free {
  void operator()(archive* handle) const { archive_read_free(handle); }
};

std::string plain_path(std::string_view path) {
  while (path.starts_with('/') || path.starts_with("./")) {
    path.remove_prefix(path.starts_with('/') ? 1 : 2);
  }
  return std::string(path);
}

MemberKind kind_of(archive_entry* entry) {
  if (archive_entry_is_encrypted(entry) != 0) {
    return MemberKind::Encrypted;
  }
  if (archive_entry_hardlink(entry) != nullptr || archive_entry_filetype(entry) == AE_IFLNK) {
    return MemberKind::Link;
  }
  if (archive_entry_filetype(entry) == AE_IFDIR) {
    return MemberKind::Folder;
  }
  const bool special = archive_entry_filetype(entry) != AE_IFREG && archive_entry_filetype(entry) != 0;
  return special ? MemberKind::Special : MemberKind::File;
}

}  // namespace

class ArchiveStream::Reader final : public ByteSource {
 public:
  Reader(ByteSource& bytes, Access access, UnpackBudget& budget) : bytes_(bytes), budget_(budget) {
    archive* const a = handle_.get();
    archive_read_support_filter_gzip(a);
    archive_read_support_filter_bzip2(a);
    archive_read_support_filter_xz(a);
    archive_read_support_filter_lzma(a);
    archive_read_support_filter_lzip(a);
    archive_read_support_filter_zstd(a);
    archive_read_support_filter_lz4(a);
    archive_read_support_filter_compress(a);
    archive_read_support_format_tar(a);
    archive_read_support_format_zip(a);
    archive_read_support_format_7zip(a);
    archive_read_support_format_rar(a);
    archive_read_support_format_rar5(a);
    archive_read_support_format_empty(a);
    archive_read_support_format_raw(a);
    archive_read_set_read_callback(a, on_read);
    if (access == Access::Seeking) {
      archive_read_set_seek_callback(a, on_seek);
    }
    archive_read_set_callback_data(a, this);
    check(archive_read_open1(a));
  }

  std::optional<Member> next() {
    while (true) {
      archive_entry* entry = nullptr;
      const int result = archive_read_next_header(handle_.get(), &entry);
      if (result == ARCHIVE_EOF) {
        return std::nullopt;
      }
      check(result);
      const char* path = archive_entry_pathname_utf8(entry);
      path = path != nullptr ? path : archive_entry_pathname(entry);
      return Member{plain_path(path == nullptr ? "" : path), kind_of(entry)};
    }
  }

  [[nodiscard]] bool is_plain() const { return archive_format(handle_.get()) == ARCHIVE_FORMAT_RAW; }

  [[nodiscard]] std::size_t read(std::span<char> into) override {
    const la_ssize_t got = archive_read_data(handle_.get(), into.data(), into.size());
    if (got < 0) {
      check(static_cast<int>(got));
      return 0;
    }
    const auto count = static_cast<std::size_t>(got);
    if (count > budget_.left) {
      budget_.left = 0;
      throw BudgetSpent("it unfolds to far more than its size: a decompression bomb");
    }
    budget_.left -= count;
    return count;
  }

 private:
  static la_ssize_t on_read(archive* /*handle*/, void* self, const void** buffer) {
    auto& reader = *static_cast<Reader*>(self);
    try {
      const std::size_t got = reader.bytes_.read(reader.chunk_);
      *buffer = reader.chunk_.data();
      return static_cast<la_ssize_t>(got);
    } catch (...) {
      return reader.keep_failure();
    }
  }

  static la_int64_t on_seek(archive* /*handle*/, void* self, la_int64_t offset, int whence) {
    auto& reader = *static_cast<Reader*>(self);
    try {
      const std::int64_t place = reader.bytes_.seek(offset, whence);
      return place < 0 ? ARCHIVE_FATAL : place;
    } catch (...) {
      return reader.keep_failure();
    }
  }

  /// No exception may pass through the library: it is kept and thrown again by check().
  int keep_failure() {
    failure_ = std::current_exception();
    archive_set_error(handle_.get(), EIO, "reading failed");
    return ARCHIVE_FATAL;
  }

  void check(int result) {
    if (failure_) {
      std::rethrow_exception(std::exchange(failure_, nullptr));
    }
    if (result == ARCHIVE_OK || result == ARCHIVE_WARN || result == ARCHIVE_EOF || result == ARCHIVE_RETRY) {
      return;
    }
    const char* const reason = archive_error_string(handle_.get());
    throw Unreadable(fmt::format("damaged archive: {}", reason == nullptr ? "no reason given" : reason));
  }

  ByteSource& bytes_;
  UnpackBudget& budget_;
  std::unique_ptr<archive, Free> handle_{archive_read_new()};
  std::vector<char> chunk_ = std::vector<char>(256UL * 1024);
  std::exception_ptr failure_;
};

ArchiveStream::ArchiveStream(ByteSource& bytes, Access access, UnpackBudget& budget)
    : reader_(std::make_unique<Reader>(bytes, access, budget)) {}

ArchiveStream::~ArchiveStream() = default;

std::optional<Member> ArchiveStream::next() {
  return reader_->next();
}

bool ArchiveStream::is_plain() const {
  return reader_->is_plain();
}

ByteSource& ArchiveStream::data() {
  return *reader_;
}

struct Utf8Locale::State {
  locale_t own = nullptr;
  locale_t before = nullptr;
};

Utf8Locale::Utf8Locale() : state_(std::make_unique<State>()) {
  state_->own = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  if (state_->own != nullptr) {
    state_->before = ::uselocale(state_->own);
  }
}

Utf8Locale::~Utf8Locale() {
  if (state_->own != nullptr) {
    ::uselocale(state_->before);
    ::freelocale(state_->own);
  }
}

}  // namespace nutgraf::read
