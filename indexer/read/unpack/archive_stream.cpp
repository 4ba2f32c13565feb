// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/unpack/archive_stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstdint>
#include <exception>
#include <utility>
#include <vector>

#include "indexer/read/unpack/unpacked_source.h"

namespace nutgraf::read::unpack {
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
  enum class Form : std::uint8_t { Packed, Unpacked };  // whether the library has to find what packed the bytes

  Reader(ByteSource& bytes, Access access, UnpackBudget& budget, Form form)
      : bytes_(bytes), budget_(budget), form_(form) {
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
    // Two archives joined by `cat` have an end mark in their middle.
    archive_read_set_format_option(a, "tar", "read_concatenated_archives", "1");
    archive_read_set_read_callback(a, on_read);
    if (access == Access::Seeking) {
      archive_read_set_seek_callback(a, on_seek);
    }
    archive_read_set_callback_data(a, this);
    if (archive_read_open1(a) != ARCHIVE_OK) {
      rethrow_failure();
      throw Unreadable(reason());
    }
  }

  std::optional<Member> next() {
    while (true) {
      archive_entry* entry = nullptr;
      const int result = archive_read_next_header(handle_.get(), &entry);
      block_ = {};
      hole_ = place_ = 0;
      if (result == ARCHIVE_EOF) {
        require_all_read();
        return std::nullopt;
      }
      check(result);
      if (is_plain() && form_ == Form::Packed && archive_filter_code(handle_.get(), 0) == ARCHIVE_FILTER_NONE) {
        throw Unreadable("damaged archive: it ends or is damaged within its first bytes");
      }
      const char* path = archive_entry_pathname_utf8(entry);
      path = path != nullptr ? path : archive_entry_pathname(entry);
      return Member{plain_path(path == nullptr ? "" : path), kind_of(entry)};
    }
  }

  [[nodiscard]] bool is_plain() const { return archive_format(handle_.get()) == ARCHIVE_FORMAT_RAW; }

  [[nodiscard]] std::uint64_t unpacked() const {
    return static_cast<std::uint64_t>(archive_filter_bytes(handle_.get(), 0));
  }

  [[nodiscard]] std::size_t read(std::span<char> into) override {
    const std::size_t count = take(into);
    if (count == 0 && !into.empty() && is_plain()) {
      require_all_read();
    }
    if (count > budget_.left) {
      budget_.left = 0;
      throw BudgetSpent("it unfolds to far more than its size: a decompression bomb, if not, see --unpack-limit");
    }
    budget_.left -= count;
    return count;
  }

 private:
  /// archive_read_data() would lose what comes before an error.
  std::size_t take(std::span<char> into) {
    if (block_.empty() && hole_ == 0 && !next_block()) {
      return 0;
    }
    const std::size_t zeros = std::min<std::uint64_t>(hole_, into.size());
    std::fill_n(into.begin(), zeros, '\0');
    const std::size_t count = std::min(block_.size(), into.size() - zeros);
    std::copy_n(block_.begin(), count, into.begin() + static_cast<std::ptrdiff_t>(zeros));
    hole_ -= zeros;
    block_.remove_prefix(count);
    place_ += zeros + count;
    return zeros + count;
  }

  /// False at the end of the member.
  bool next_block() {
    const void* begin = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    int result = ARCHIVE_RETRY;
    while (result == ARCHIVE_RETRY || (result == ARCHIVE_OK && size == 0)) {
      result = archive_read_data_block(handle_.get(), &begin, &size, &offset);
    }
    if (result == ARCHIVE_EOF) {
      return false;
    }
    if (result != ARCHIVE_OK) {
      check(result);
      throw Unreadable(reason());  // a warning: a checksum or a length that does not fit
    }
    block_ = {static_cast<const char*>(begin), size};
    hole_ = static_cast<std::uint64_t>(offset) > place_ ? static_cast<std::uint64_t>(offset) - place_ : 0;
    return true;
  }

  static la_ssize_t on_read(archive* /*handle*/, void* self, const void** buffer) {
    auto& reader = *static_cast<Reader*>(self);
    try {
      const std::size_t got = reader.bytes_.read(reader.chunk_);
      reader.given_ += got;
      reader.last_ = got == 0 ? reader.last_ : got;
      *buffer = reader.chunk_.data();
      return static_cast<la_ssize_t>(got);
    } catch (const Undecodable& damage) {
      // The library would drop what it has not given yet: for it, the archive ends here.
      reader.damage_ = damage.what();
      return 0;
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

  /// Some decoders end at the first bytes that they do not know. Zeros there fill a block, all else is lost content.
  void require_all_read() {
    require_no_damage();
    const bool compressed = archive_filter_code(handle_.get(), 0) != ARCHIVE_FILTER_NONE;
    const std::uint64_t left = given_ - static_cast<std::uint64_t>(archive_filter_bytes(handle_.get(), -1));
    if (!compressed) {
      return;
    }
    // The library keeps a few bytes of the chunk before at most.
    std::string_view rest = std::string_view(chunk_.data(), last_).substr(left < last_ ? last_ - left : 0);
    while (rest.find_first_not_of('\0') == std::string_view::npos) {
      const std::size_t got = bytes_.read(chunk_);
      rest = {chunk_.data(), got};
      if (got == 0) {
        last_ = 0;
        return;
      }
    }
    throw SourceLost(*this, "damaged archive: what follows its end was not read");
  }

  void rethrow_failure() {
    if (failure_) {
      std::rethrow_exception(std::exchange(failure_, nullptr));
    }
  }

  void require_no_damage() {
    if (!damage_.empty()) {
      throw SourceLost(*this, damage_);
    }
  }

  void check(int result) {
    rethrow_failure();
    if (result == ARCHIVE_FATAL || result == ARCHIVE_FAILED) {
      require_no_damage();
    }
    if (result == ARCHIVE_FATAL) {
      throw SourceLost(*this, reason());
    }
    if (result == ARCHIVE_FAILED) {
      throw Unreadable(reason());
    }
  }

  [[nodiscard]] std::string reason() const {
    const char* const given = archive_error_string(handle_.get());
    const std::string_view reason = given == nullptr ? "no reason given" : given;
    if (reason.find("too much memory") != std::string_view::npos) {
      return "it was packed with a window of more than 128 MB: unpack it first, with zstd -d --long=31";
    }
    return fmt::format("damaged archive: {}", reason);
  }

  ByteSource& bytes_;
  UnpackBudget& budget_;
  Form form_;
  std::unique_ptr<archive, Free> handle_{archive_read_new()};
  std::vector<char> chunk_ = std::vector<char>(256UL * 1024);
  std::uint64_t given_ = 0;  // bytes to the library
  std::size_t last_ = 0;     // of them, in chunk_
  std::string_view block_;   // of the member, not yet taken
  std::uint64_t hole_ = 0;   // zeros before it, of a sparse file
  std::uint64_t place_ = 0;  // in the member
  std::exception_ptr failure_;
  std::string damage_;  // of the packed bytes; empty: none was met
};

ArchiveStream::ArchiveStream(Peeked& bytes, Access access, UnpackBudget& budget)
    : unpacked_(UnpackedSource::begins(bytes.peek(UnpackedSource::kMark)) ? std::make_unique<UnpackedSource>(bytes)
                                                                          : nullptr),
      reader_(unpacked_ ? std::make_unique<Reader>(*unpacked_, Access::InOrder, budget, Reader::Form::Unpacked)
                        : std::make_unique<Reader>(bytes, access, budget, Reader::Form::Packed)) {}

ArchiveStream::~ArchiveStream() = default;

std::optional<Member> ArchiveStream::next() {
  return reader_->next();
}

bool ArchiveStream::is_plain() const {
  return reader_->is_plain();
}

std::uint64_t ArchiveStream::unpacked() const {
  return reader_->unpacked();
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

}  // namespace nutgraf::read::unpack
