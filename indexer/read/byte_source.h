// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

/// Bytes as a stream: a file, the member of an archive, a decoded text.
namespace nutgraf::read {

/// Ends the reading of one file or member, never of the rest: it becomes a Reject.
class Unreadable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class ByteSource;

/// Nothing more can be read of one source, so whatever was being read out of it ends: the loss belongs to whoever
/// opened that source.
class SourceLost : public Unreadable {
 public:
  SourceLost(const ByteSource& source, const std::string& why) : Unreadable(why), source_(&source) {}
  [[nodiscard]] bool is_of(const ByteSource& source) const { return source_ == &source; }

 private:
  const ByteSource* source_;
};

class ByteSource {
 public:
  ByteSource() = default;
  virtual ~ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  ByteSource(ByteSource&&) = delete;
  ByteSource& operator=(ByteSource&&) = delete;

  /// Fills `into` from its front; how many bytes, 0 at the end. Throws Unreadable; some sources go on after that,
  /// behind what was lost.
  [[nodiscard]] virtual std::size_t read(std::span<char> into) = 0;

  /// Sources that can jump do so and say where they are (`whence` as for lseek); others answer -1.
  [[nodiscard]] virtual std::int64_t seek(std::int64_t offset, int whence);
};

/// Looks ahead in another source, which must outlive it.
class Peeked final : public ByteSource {
 public:
  explicit Peeked(ByteSource& bytes) : bytes_(bytes) {}

  /// The next bytes, fewer than `count` only at the end or where reading fails after them; valid until the next call
  /// of anything.
  [[nodiscard]] std::string_view peek(std::size_t count);
  [[nodiscard]] std::size_t read(std::span<char> into) override;
  [[nodiscard]] std::int64_t seek(std::int64_t offset, int whence) override;

 private:
  std::size_t read_ahead(std::span<char> into);

  ByteSource& bytes_;
  std::exception_ptr failure_;  // met by peek(), thrown once by read()
  std::string ahead_;
  std::size_t taken_ = 0;  // of ahead_
};

/// A text that is in memory already; it must outlive the source.
class TextSource final : public ByteSource {
 public:
  explicit TextSource(std::string_view bytes) : rest_(bytes) {}
  [[nodiscard]] std::size_t read(std::span<char> into) override;

 private:
  std::string_view rest_;
};

/// All that is left of `bytes`. Throws Unreadable beyond `limit` bytes.
[[nodiscard]] std::string read_all(ByteSource& bytes, std::uint64_t limit);

}  // namespace nutgraf::read
