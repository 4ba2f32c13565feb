// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

/// Compressions as streams: all that can be unpacked before damage is given.
namespace nutgraf::read::unpack {

enum class Packing : std::uint8_t { Gzip, Zlib, Deflate, Brotli, Zstd, Xz, Lzma, Lzip, Bzip2 };

class Unpacker {
 public:
  enum class State : std::uint8_t { More, Finished, Damaged, WindowTooLarge };
  struct Step {
    std::size_t taken = 0;  // of the input
    std::size_t given = 0;  // into the output
    State state = State::More;
  };

  Unpacker() = default;
  virtual ~Unpacker() = default;
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;
  Unpacker(Unpacker&&) = delete;
  Unpacker& operator=(Unpacker&&) = delete;

  /// Begins with the next gzip member, zstd frame, ...
  virtual void restart() = 0;
  /// As far as input and room go. Checksums are verified before Finished is answered.
  [[nodiscard]] virtual Step unpack(std::string_view in, std::span<char> out) = 0;
};

/// `dictionary` is for zstd alone, empty where there is none. Windows of zstd, xz, lzma and lzip may have 128 MB
/// at most.
[[nodiscard]] std::unique_ptr<Unpacker> make_unpacker(Packing packing, const std::string& dictionary = {});

/// What `bytes` unfold to, as far as they go and up to `limit` bytes.
struct Unpacked {
  std::string bytes;
  Unpacker::State state = Unpacker::State::More;  // More: `bytes` are cut, or the limit was reached
  [[nodiscard]] bool is_at(std::size_t limit) const { return bytes.size() >= limit; }
};
[[nodiscard]] Unpacked unpack(std::string_view bytes, Unpacker& unpacker, std::size_t limit);

}  // namespace nutgraf::read::unpack
