// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace nutgraf::bulk {

/// A prefix code as deflate (RFC 1951, 3.2.2) has it: how many bits each symbol takes and which.
class HuffmanCode {
 public:
  static constexpr std::size_t kMaxSymbols = 288;

  struct Code {
    std::uint16_t bits = 0;  // the first bit lowest
    std::uint16_t length = 0;
  };

  /// The shortest code of at most `limit` (<= 15) bits a symbol, for symbols that occur so often (each below 2^22).
  /// Fewer than two of them get a second one beside them: not every reader takes a code with holes.
  void build(std::span<const std::uint32_t> counts, unsigned limit);

  [[nodiscard]] Code operator[](std::size_t symbol) const { return codes_[symbol]; }
  /// One more than the last symbol that has a code.
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  void collect(std::span<const std::uint32_t> counts);
  void sort_used();
  void measure(unsigned limit);
  void number();

  std::array<Code, kMaxSymbols> codes_{};
  std::size_t size_ = 0;
  std::array<std::uint32_t, kMaxSymbols> used_{};    // count and symbol of those that occur, by symbol
  std::array<std::uint32_t, kMaxSymbols> sorted_{};  // the same, rarest first
  std::size_t used_count_ = 0;
  std::array<std::uint32_t, 16> with_length_{};  // codes of each length
};

}  // namespace nutgraf::bulk
