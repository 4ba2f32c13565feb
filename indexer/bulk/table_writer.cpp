// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/table_writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "core/base/failure.h"

namespace nutgraf::bulk {
namespace {

constexpr std::uint32_t kHeader = 11;                      // bytes before a block's directory
constexpr std::uint32_t kMaxItem = (kBlockSize - 19) / 4;  // four items must fit, or later updates break
constexpr std::uint16_t kPackedFlag = 0x8000;
constexpr std::uint16_t kLastPiece = 0x4000;
constexpr std::uint16_t kFirstPiece = 0x2000;
constexpr std::size_t kBufferedBytes = std::size_t{128} * kBlockSize;

void put_be16(char* at, std::uint32_t value) {
  at[0] = static_cast<char>(value >> 8U);
  at[1] = static_cast<char>(value);
}

void put_be32(char* at, std::uint32_t value) {
  put_be16(at, value >> 16U);
  put_be16(at + 2, value);
}

[[noreturn]] void fail(const std::filesystem::path& file) {
  throw Failure(ExitCode::Failed, "cannot write " + file.string() + ": " + std::strerror(errno));
}

}  // namespace

/// A block being filled: directory from the front, items from the back.
class TableWriter::Block {
 public:
  explicit Block(std::uint32_t level, Separator separator) : separator_(std::move(separator)), level_(level) {}

  [[nodiscard]] std::uint32_t room() const { return lowest_ - kHeader - 2 * items_; }
  [[nodiscard]] bool has_room_for(std::size_t item) const { return room() >= item + 2; }
  [[nodiscard]] bool empty() const { return items_ == 0; }
  [[nodiscard]] const Separator& separator() const { return separator_; }

  void add_null_item() {
    char* item = new_item(3);
    put_be16(item, kFirstPiece | kLastPiece);
    item[2] = 0;
  }

  void add_piece(const Piece& piece) {
    const bool first = (piece.flags & kFirstPiece) != 0;
    const auto size = static_cast<std::uint32_t>(3 + piece.key.size() + (first ? 0 : 2) + piece.bytes.size());
    char* at = new_item(size);
    put_be16(at, (size - 3) | piece.flags);
    at[2] = static_cast<char>(piece.key.size());
    at = std::ranges::copy(piece.key, at + 3).out;
    if (!first) {
      put_be16(at, piece.number);
      at += 2;
    }
    std::ranges::copy(piece.bytes, at);
  }

  void add_child(std::uint32_t child, const Separator& separator) {
    const std::string_view key = empty() ? std::string_view{} : std::string_view(separator.key);
    char* at = new_item(static_cast<std::uint32_t>(key.size() + 7));
    put_be32(at, child);
    at[4] = static_cast<char>(key.size());
    at = std::ranges::copy(key, at + 5).out;
    put_be16(at, key.empty() ? 0U : separator.piece);
  }

  /// The finished bytes.
  const std::array<char, kBlockSize>& close() {
    const std::uint32_t directory_end = kHeader + 2 * items_;
    put_be32(bytes_.data(), kRevision);
    bytes_[4] = static_cast<char>(level_);
    put_be16(&bytes_[5], lowest_ - directory_end);
    put_be16(&bytes_[7], lowest_ - directory_end);
    put_be16(&bytes_[9], directory_end);
    std::fill(bytes_.begin() + directory_end, bytes_.begin() + lowest_, '\0');
    return bytes_;
  }

  void restart(Separator separator) {
    separator_ = std::move(separator);
    lowest_ = kBlockSize;
    items_ = 0;
  }

 private:
  char* new_item(std::uint32_t size) {
    lowest_ -= size;
    put_be16(&bytes_[kHeader + 2 * items_], lowest_);
    ++items_;
    return &bytes_[lowest_];
  }

  std::array<char, kBlockSize> bytes_{};
  Separator separator_;
  std::uint32_t level_;
  std::uint32_t lowest_ = kBlockSize;
  std::uint32_t items_ = 0;
};

TableWriter::TableWriter(std::filesystem::path file) : file_(std::move(file)) {
  descriptor_ = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor_ < 0) {
    fail(file_);
  }
  open_.emplace_back(0, Separator{});
  open_.front().add_null_item();
}

TableWriter::~TableWriter() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

void TableWriter::put(std::string_view key, std::string_view tag, Packed packed) {
  ++entries_;
  const auto compressed = packed == Packed::Yes ? kPackedFlag : std::uint16_t{0};
  const std::size_t first_room = kMaxItem - 3 - key.size();
  if (tag.size() <= first_room) {
    put_piece({key, tag, 1, static_cast<std::uint16_t>(kFirstPiece | kLastPiece | compressed)});
  } else {
    const std::size_t later_room = first_room - 2;
    const std::size_t pieces = 1 + (tag.size() - first_room + later_room - 1) / later_room;
    // A shorter first piece that fills the leaf costs nothing as long as no further piece is needed.
    const std::size_t least = tag.size() - (pieces - 1) * later_room;
    const std::size_t left = open_.front().room();
    const std::size_t fitting = left > key.size() + 5 ? left - key.size() - 5 : 0;
    std::size_t take = fitting >= least ? std::min(fitting, first_room) : first_room;
    std::uint16_t flags = kFirstPiece | compressed;
    for (std::uint16_t number = 1; !tag.empty(); ++number) {
      if (tag.size() <= take) {
        flags |= kLastPiece;
      }
      put_piece({key, tag.substr(0, take), number, flags});
      tag.remove_prefix(std::min(take, tag.size()));
      take = later_room;
      flags = compressed;
    }
  }
  last_key_.assign(key);
}

TableWriter::Separator TableWriter::separator_before(const Piece& piece) const {
  if (piece.number > 1) {
    return {std::string(piece.key), piece.number};
  }
  const auto differing = std::ranges::mismatch(last_key_, piece.key).in2;
  const auto common = static_cast<std::size_t>(differing - piece.key.begin());
  return {std::string(piece.key.substr(0, common + 1)), 1};
}

void TableWriter::put_piece(const Piece& piece) {
  const std::size_t size = 3 + piece.key.size() + ((piece.flags & kFirstPiece) != 0 ? 0 : 2) + piece.bytes.size();
  if (!open_.front().has_room_for(size)) {
    Separator separator = open_.front().separator();
    const std::uint32_t number = append(open_.front());
    open_.front().restart(separator_before(piece));
    add_child(1, separator, number);
  }
  open_.front().add_piece(piece);
}

void TableWriter::add_child(std::size_t level, const Separator& separator, std::uint32_t child) {
  if (open_.size() == level) {
    open_.emplace_back(static_cast<std::uint32_t>(level), separator);
  }
  if (!open_[level].empty() && !open_[level].has_room_for(separator.key.size() + 7)) {
    const Separator own = open_[level].separator();
    const std::uint32_t number = append(open_[level]);
    open_[level].restart(separator);
    add_child(level + 1, own, number);
  }
  open_[level].add_child(child, separator);
}

std::uint32_t TableWriter::append(Block& block) {
  const auto& bytes = block.close();
  buffer_.append(bytes.data(), bytes.size());
  if (buffer_.size() >= kBufferedBytes) {
    flush();
  }
  return blocks_++;
}

void TableWriter::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno != EINTR) {
      fail(file_);
    }
    rest.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
  }
  buffer_.clear();
}

TableRoot TableWriter::finish() {
  std::size_t level = 0;
  std::uint32_t number = append(open_[0]);
  while (level + 1 < open_.size()) {
    const Separator separator = open_[level].separator();
    add_child(level + 1, separator, number);
    ++level;
    number = append(open_[level]);
  }
  flush();
  if (::close(std::exchange(descriptor_, -1)) != 0) {
    fail(file_);
  }
  return {number, static_cast<std::uint32_t>(level), entries_, blocks_};
}

}  // namespace nutgraf::bulk
