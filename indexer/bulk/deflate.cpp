// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/deflate.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace nutgraf::bulk {
namespace {

constexpr std::size_t kShortestMatch = 4;
constexpr std::size_t kLongestMatch = 258;
constexpr std::size_t kEndOfBlock = 256;
constexpr std::size_t kFirstLengthSymbol = 257;
constexpr std::uint32_t kRepeat = 16;     // the code length before, 3 to 6 times
constexpr std::uint32_t kZeros = 17;      // 3 to 10 zeros
constexpr std::uint32_t kManyZeros = 18;  // 11 to 138 zeros
constexpr std::array<std::uint8_t, 19> kLengthOrder = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                       11, 4,  12, 3, 13, 2, 14, 1, 15};
constexpr std::array<std::uint16_t, 29> kMatchLengths = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258};

/// A symbol and the extra bits behind its code.
struct Symbol {
  std::uint16_t symbol = 0;
  std::uint16_t first = 0;  // the least number it stands for
  std::uint8_t extra = 0;   // bits
};

constexpr std::array<Symbol, kLongestMatch + 1> make_length_symbols() {
  std::array<Symbol, kLongestMatch + 1> symbols{};
  std::uint16_t symbol = 0;
  for (std::uint16_t length = 3; length <= kLongestMatch; ++length) {
    symbol = static_cast<std::uint16_t>(
        symbol + 1U < kMatchLengths.size() && kMatchLengths[symbol + 1U] <= length ? symbol + 1U : symbol);
    const unsigned extra = symbol < 8 || symbol == 28 ? 0U : (symbol - 4U) / 4U;
    symbols[length] = {static_cast<std::uint16_t>(kFirstLengthSymbol + symbol), kMatchLengths[symbol],
                       static_cast<std::uint8_t>(extra)};
  }
  return symbols;
}
constexpr std::array<Symbol, kLongestMatch + 1> kLengthSymbolOf = make_length_symbols();

Symbol distance_symbol(std::size_t distance) {
  if (distance <= 4) {
    return {static_cast<std::uint16_t>(distance - 1), static_cast<std::uint16_t>(distance), 0};
  }
  const auto extra = static_cast<unsigned>(std::bit_width(distance - 1)) - 2;
  const std::size_t half = ((distance - 1) >> extra) & 1U;
  return {static_cast<std::uint16_t>(2 * (extra + 1) + half), static_cast<std::uint16_t>(((2 + half) << extra) + 1),
          static_cast<std::uint8_t>(extra)};
}

std::uint32_t extra_of(std::uint32_t length_symbol) {
  return length_symbol == kRepeat ? 2 : length_symbol == kZeros ? 3 : length_symbol == kManyZeros ? 7 : 0;
}

std::uint32_t four_bytes(const char* at) {
  std::uint32_t value = 0;
  std::memcpy(&value, at, sizeof(value));
  return value;
}

std::uint32_t hash_of(std::uint32_t four) {
  return (four * 0x9E3779B1U) >> (32 - ShortDeflate::kHashBits);
}

std::size_t common_size(const char* a, const char* b, std::size_t most) {
  std::size_t size = 0;
  for (; size + 8 <= most; size += 8) {
    std::uint64_t left = 0;
    std::uint64_t right = 0;
    std::memcpy(&left, a + size, 8);
    std::memcpy(&right, b + size, 8);
    if (left != right) {
      return size + static_cast<std::size_t>(std::countr_zero(left ^ right)) / 8;
    }
  }
  while (size < most && a[size] == b[size]) {
    ++size;
  }
  return size;
}

/// Bits fill each byte from its low end. 8 bytes behind the end must be there to be written.
class BitSink {
 public:
  explicit BitSink(char* to) : to_(to) {}
  /// Up to 56 bits between two calls of flush().
  void put(std::uint64_t bits, unsigned count) {
    pending_ |= bits << filled_;
    filled_ += count;
  }
  void put(HuffmanCode::Code code) { put(code.bits, code.length); }
  void flush() {
    std::memcpy(to_, &pending_, sizeof(pending_));
    to_ += filled_ / 8;
    pending_ >>= filled_ & ~7U;
    filled_ &= 7U;
  }

 private:
  char* to_;
  std::uint64_t pending_ = 0;
  unsigned filled_ = 0;
};

}  // namespace

void ShortDeflate::take(std::string_view bytes) {
  for (const char c : bytes) {
    ++literal_counts_[static_cast<unsigned char>(c)];
  }
}

ShortDeflate::Match ShortDeflate::match_at(std::string_view bytes, std::size_t at) {
  const std::uint32_t four = four_bytes(bytes.data() + at);
  std::uint16_t& latest = latest_[hash_of(four)];
  const std::size_t before = latest;
  latest = static_cast<std::uint16_t>(at + 1);
  if (before == 0 || four_bytes(bytes.data() + before - 1) != four) {
    return {};
  }
  const std::size_t most = std::min(bytes.size() - at, kLongestMatch) - kShortestMatch;
  const char* const here = bytes.data() + at + kShortestMatch;
  const char* const there = bytes.data() + before - 1 + kShortestMatch;
  return {kShortestMatch + common_size(there, here, most), at + 1 - before};
}

void ShortDeflate::take_match(const Match& match) {
  const Symbol length = kLengthSymbolOf[match.length];
  const Symbol distance = distance_symbol(match.distance);
  ++literal_counts_[length.symbol];
  ++distance_counts_[distance.symbol];
  extra_bits_ += length.extra + distance.extra;
  steps_[step_count_++] = static_cast<Step>(match.length << 16U | match.distance);
}

void ShortDeflate::take_repetitions(std::string_view bytes) {
  latest_.fill(0);
  if (steps_.size() < bytes.size()) {
    steps_.resize(2 * bytes.size());
  }
  step_count_ = 0;
  std::size_t at = 0;
  for (const std::size_t end = bytes.size() - std::min(bytes.size(), kShortestMatch - 1); at < end;) {
    const Match match = match_at(bytes, at);
    if (match.length == 0) {
      const auto literal = static_cast<unsigned char>(bytes[at++]);
      ++literal_counts_[literal];
      steps_[step_count_++] = literal;
      continue;
    }
    take_match(match);
    const std::size_t behind = at + match.length;
    for (++at; at < std::min(behind, end); ++at) {
      latest_[hash_of(four_bytes(bytes.data() + at))] = static_cast<std::uint16_t>(at + 1);
    }
    at = behind;
  }
  for (; at < bytes.size(); ++at) {
    const auto literal = static_cast<unsigned char>(bytes[at]);
    ++literal_counts_[literal];
    steps_[step_count_++] = literal;
  }
}

void ShortDeflate::add_run(std::uint32_t length, std::size_t count) {
  const auto add = [&](std::uint32_t symbol, std::size_t extra) {
    ++length_counts_[symbol];
    length_steps_[length_step_count_++] = static_cast<LengthStep>(symbol | extra << 5U);
  };
  const auto add_repeats = [&](std::uint32_t symbol, std::size_t least, std::size_t most) {
    while (count >= least) {
      const std::size_t times = std::min(count, most);
      add(symbol, times - least);
      count -= times;
    }
  };
  if (length == 0) {
    add_repeats(kManyZeros, 11, 138);
    add_repeats(kZeros, 3, 10);
  } else {
    add(length, 0);
    --count;
    add_repeats(kRepeat, 3, 6);
  }
  for (; count > 0; --count) {
    add(length, 0);
  }
}

void ShortDeflate::encode_lengths() {
  length_counts_.fill(0);
  length_step_count_ = 0;
  std::uint32_t length = literals_[0].length;
  std::size_t count = 0;
  for (const HuffmanCode* code : {&literals_, &distances_}) {
    for (std::size_t symbol = 0; symbol < code->size(); ++symbol) {
      if ((*code)[symbol].length != length) {
        add_run(length, count);
        length = (*code)[symbol].length;
        count = 0;
      }
      ++count;
    }
  }
  add_run(length, count);
  lengths_.build(length_counts_, 7);
  length_code_size_ = kLengthOrder.size();
  while (length_code_size_ > 4 && lengths_[kLengthOrder[length_code_size_ - 1]].length == 0) {
    --length_code_size_;
  }
}

std::uint64_t ShortDeflate::bit_count() const {
  std::uint64_t bits = 3 + 14 + 3 * length_code_size_ + extra_bits_;
  for (std::uint32_t symbol = 0; symbol < kLengthSymbols; ++symbol) {
    bits += std::uint64_t{length_counts_[symbol]} * (lengths_[symbol].length + extra_of(symbol));
  }
  for (std::size_t symbol = 0; symbol < literals_.size(); ++symbol) {
    bits += std::uint64_t{literal_counts_[symbol]} * literals_[symbol].length;
  }
  for (std::size_t symbol = 0; symbol < kDistanceSymbols; ++symbol) {
    bits += std::uint64_t{distance_counts_[symbol]} * distances_[symbol].length;
  }
  return bits;
}

void ShortDeflate::write(std::string_view bytes, Search search) {
  BitSink sink(out_.data());
  sink.put(1 | 2U << 1U, 3);  // the last block; codes of its own
  sink.put(literals_.size() - kFirstLengthSymbol, 5);
  sink.put(distances_.size() - 1, 5);
  sink.put(length_code_size_ - 4, 4);
  sink.flush();
  for (std::size_t i = 0; i < length_code_size_; ++i) {
    sink.put(lengths_[kLengthOrder[i]].length, 3);
    sink.flush();
  }
  for (std::size_t i = 0; i < length_step_count_; ++i) {
    const std::uint32_t symbol = length_steps_[i] & 31U;
    sink.put(lengths_[symbol]);
    sink.put(length_steps_[i] >> 5U, extra_of(symbol));
    sink.flush();
  }
  if (search == Search::Nothing) {
    const auto literal = [&](char c) { sink.put(literals_[static_cast<unsigned char>(c)]); };
    for (; bytes.size() >= 3; bytes.remove_prefix(3)) {
      literal(bytes[0]);
      literal(bytes[1]);
      literal(bytes[2]);
      sink.flush();
    }
    for (const char c : bytes) {
      literal(c);
      sink.flush();
    }
  }
  for (std::size_t i = 0; search == Search::Repetitions && i < step_count_; ++i) {
    const Step step = steps_[i];
    if (step < kEndOfBlock) {
      sink.put(literals_[step]);
    } else {
      const Symbol length = kLengthSymbolOf[step >> 16U];
      const Symbol distance = distance_symbol(step & 0xffffU);
      sink.put(literals_[length.symbol]);
      sink.put((step >> 16U) - length.first, length.extra);
      sink.put(distances_[distance.symbol]);
      sink.put((step & 0xffffU) - distance.first, distance.extra);
    }
    sink.flush();
  }
  sink.put(literals_[kEndOfBlock]);
  sink.flush();
}

std::string_view ShortDeflate::pack(std::string_view bytes, Search search) {
  literal_counts_.fill(0);
  distance_counts_.fill(0);
  extra_bits_ = 0;
  if (search == Search::Repetitions) {
    take_repetitions(bytes);
  } else {
    take(bytes);
  }
  literal_counts_[kEndOfBlock] = 1;
  literals_.build(literal_counts_, 15);
  distances_.build(distance_counts_, 15);
  encode_lengths();
  const auto size = static_cast<std::size_t>((bit_count() + 7) / 8);
  if (size >= bytes.size()) {
    return {};
  }
  if (out_.size() < size + 8) {
    out_.resize(2 * size + 8);
  }
  write(bytes, search);
  return std::string_view(out_).substr(0, size);
}

}  // namespace nutgraf::bulk
