// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/huffman.h"

namespace nutgraf::bulk {

/// Raw deflate (RFC 1951), one block with codes of its own, made for tags of some hundred bytes: general libraries
/// spend more time on their tables than on such a tag. Its memory is used again and again.
class ShortDeflate {
 public:
  static constexpr std::size_t kLongest = 32'000;  // bytes it takes; distances have 15 bits
  static constexpr unsigned kHashBits = 12;        // of the table of places

  /// Term lists share prefixes already: a search for repetitions in them finds next to nothing.
  enum class Search : std::uint8_t { Repetitions, Nothing };

  /// The stream, or nothing where it would not be shorter than `bytes` (at least one); valid until the next call.
  [[nodiscard]] std::string_view pack(std::string_view bytes, Search search);

 private:
  static constexpr std::size_t kLiteralSymbols = 286;
  static constexpr std::size_t kDistanceSymbols = 30;
  static constexpr std::size_t kLengthSymbols = 19;

  /// A literal byte, or the repetition of `length` bytes (its top 16 bits) that stand `distance` bytes before.
  using Step = std::uint32_t;
  struct Match {
    std::size_t length = 0;
    std::size_t distance = 0;
  };
  /// A number of the code lengths' own code with its extra bits: symbol in 5 bits, then those.
  using LengthStep = std::uint16_t;

  void take(std::string_view bytes);
  void take_repetitions(std::string_view bytes);
  [[nodiscard]] Match match_at(std::string_view bytes, std::size_t at);
  void take_match(const Match& match);
  void encode_lengths();
  void add_run(std::uint32_t length, std::size_t count);
  [[nodiscard]] std::uint64_t bit_count() const;
  void write(std::string_view bytes, Search search);

  std::array<std::uint16_t, std::size_t{1} << kHashBits> latest_{};  // where bytes of a hash stood last, + 1
  std::array<std::uint32_t, kLiteralSymbols> literal_counts_{};
  std::array<std::uint32_t, kDistanceSymbols> distance_counts_{};
  std::array<std::uint32_t, kLengthSymbols> length_counts_{};
  std::vector<Step> steps_;
  std::size_t step_count_ = 0;
  std::uint64_t extra_bits_ = 0;
  std::array<LengthStep, kLiteralSymbols + kDistanceSymbols> length_steps_{};
  std::size_t length_step_count_ = 0;
  std::size_t length_code_size_ = 0;  // in the order in which they are sent
  HuffmanCode literals_;
  HuffmanCode distances_;
  HuffmanCode lengths_;
  std::string out_;
};

}  // namespace nutgraf::bulk
