// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/huffman.h"

#include <algorithm>
#include <utility>

namespace nutgraf::bulk {
namespace {

constexpr unsigned kSymbolBits = 9;
constexpr std::uint32_t kSymbolMask = (1U << kSymbolBits) - 1;
constexpr std::uint32_t kSmallCounts = 32;  // counts below have a bucket each when they are sorted

std::uint32_t reversed(std::uint32_t bits, unsigned length) {
  bits = ((bits & 0x5555U) << 1U) | ((bits >> 1U) & 0x5555U);
  bits = ((bits & 0x3333U) << 2U) | ((bits >> 2U) & 0x3333U);
  bits = ((bits & 0x0f0fU) << 4U) | ((bits >> 4U) & 0x0f0fU);
  bits = ((bits & 0x00ffU) << 8U) | (bits >> 8U);
  return bits >> (16 - length);
}

/// Turns ascending counts (two or more) into the depths of their leaves in a Huffman tree, in place: Moffat and
/// Katajainen, "In-place calculation of minimum-redundancy codes", 1995.
void depths_of(std::span<std::uint32_t> a) {
  const std::size_t n = a.size();
  std::size_t root = 0;
  std::size_t leaf = 0;
  for (std::size_t next = 0; next + 1 < n; ++next) {
    const auto take = [&] {
      const bool inner = leaf >= n || (root < next && a[root] < a[leaf]);
      return inner ? std::exchange(a[root++], static_cast<std::uint32_t>(next)) : a[leaf++];
    };
    const std::uint32_t first = take();
    a[next] = first + take();
  }
  a[n - 2] = 0;
  for (std::size_t i = n - 2; i-- > 0;) {
    a[i] = a[a[i]] + 1;
  }
  std::size_t inner = n - 1;  // inner nodes not yet passed are before this
  std::size_t end = n;
  for (std::size_t free = 1, depth = 0; free > 0; ++depth) {
    std::size_t nodes = 0;
    for (; inner > 0 && a[inner - 1] == depth; --inner) {
      ++nodes;
    }
    for (; free > nodes; --free) {
      a[--end] = static_cast<std::uint32_t>(depth);
    }
    free = 2 * nodes;
  }
}

}  // namespace

void HuffmanCode::collect(std::span<const std::uint32_t> counts) {
  used_count_ = 0;
  for (std::uint32_t symbol = 0; symbol < counts.size(); ++symbol) {
    used_[used_count_] = counts[symbol] << kSymbolBits | symbol;
    used_count_ += counts[symbol] != 0 ? 1U : 0U;
  }
  if (used_count_ == 0) {
    used_[used_count_++] = 1U << kSymbolBits;
  }
  if (used_count_ == 1) {
    used_[1] = 1U << kSymbolBits | ((used_[0] & kSymbolMask) == 0 ? 1U : 0U);
    used_count_ = 2;
    if ((used_[1] & kSymbolMask) < (used_[0] & kSymbolMask)) {
      std::swap(used_[0], used_[1]);
    }
  }
  size_ = (used_[used_count_ - 1] & kSymbolMask) + 1;
}

void HuffmanCode::sort_used() {
  std::array<std::uint32_t, kSmallCounts + 2> begins{};
  const auto bucket = [](std::uint32_t entry) { return std::min(entry >> kSymbolBits, kSmallCounts); };
  for (std::size_t i = 0; i < used_count_; ++i) {
    ++begins[bucket(used_[i]) + 1];
  }
  for (std::size_t i = 1; i < begins.size(); ++i) {
    begins[i] += begins[i - 1];
  }
  for (std::size_t i = 0; i < used_count_; ++i) {
    sorted_[begins[bucket(used_[i])]++] = used_[i];
  }
  std::sort(sorted_.begin() + begins[kSmallCounts - 1], sorted_.begin() + static_cast<std::ptrdiff_t>(used_count_));
}

void HuffmanCode::measure(unsigned limit) {
  std::array<std::uint32_t, kMaxSymbols> depths;
  for (std::size_t i = 0; i < used_count_; ++i) {
    depths[i] = sorted_[i] >> kSymbolBits;
  }
  depths_of(std::span(depths).first(used_count_));
  with_length_.fill(0);
  for (std::size_t i = 0; i < used_count_; ++i) {
    ++with_length_[std::min(depths[i], limit)];
  }
  std::uint32_t room = 0;  // taken of the 2^limit codes of the greatest length; too much where depths were cut
  for (unsigned length = 1; length <= limit; ++length) {
    room += with_length_[length] << (limit - length);
  }
  for (; room > 1U << limit; --room) {
    unsigned length = limit - 1;
    while (with_length_[length] == 0) {
      --length;
    }
    --with_length_[limit];
    --with_length_[length];
    with_length_[length + 1] += 2;
  }
}

void HuffmanCode::number() {
  std::size_t rank = 0;
  for (unsigned length = 15; length > 0; --length) {
    for (std::uint32_t left = with_length_[length]; left > 0; --left) {
      codes_[sorted_[rank++] & kSymbolMask].length = static_cast<std::uint16_t>(length);
    }
  }
  std::array<std::uint32_t, 16> next{};
  for (unsigned length = 1; length < 15; ++length) {
    next[length + 1] = (next[length] + with_length_[length]) << 1U;
  }
  for (std::size_t i = 0; i < used_count_; ++i) {
    Code& code = codes_[used_[i] & kSymbolMask];
    code.bits = static_cast<std::uint16_t>(reversed(next[code.length]++, code.length));
  }
}

void HuffmanCode::build(std::span<const std::uint32_t> counts, unsigned limit) {
  std::fill_n(codes_.begin(), counts.size(), Code{});
  collect(counts);
  sort_used();
  measure(limit);
  number();
}

}  // namespace nutgraf::bulk
