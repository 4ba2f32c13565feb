// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/ascii_words.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/base/ascii.h"

namespace nutgraf::passage {
namespace {

constexpr std::size_t kBlock = 8;  // bytes
constexpr std::uint64_t kEach = 0x0101010101010101U;
constexpr std::uint64_t kHigh = 0x80 * kEach;
constexpr unsigned kByteBits = 8;

/// The high bit of each byte that is at least `least`; all bytes are ASCII.
std::uint64_t at_least(std::uint64_t bytes, std::uint64_t least) {
  return (bytes + (0x80 - least) * kEach) & kHigh;
}

std::uint64_t between(std::uint64_t bytes, std::uint64_t first, std::uint64_t last) {
  return at_least(bytes, first) & ~at_least(bytes, last + 1);
}

bool is_white_byte(char c) {
  return static_cast<unsigned char>(c) <= ' ';
}

/// Words that end in the eight bytes after those it was given before.
class WordEnds {
 public:
  std::uint64_t count(std::uint64_t bytes) {
    const std::uint64_t dark = at_least(bytes, ' ' + 1);
    const std::uint64_t letters = between(bytes, '0', '9') | between(bytes | (0x20 * kEach), 'a', 'z');
    // A letter, added to the ones that its word is made of, carries a one into the white space after it.
    std::uint64_t sum = 0;
    const bool one = __builtin_add_overflow((dark >> 7U) * 0xff, letters, &sum);
    const bool other = __builtin_add_overflow(sum, open_ ? 1U : 0U, &sum);
    open_ = one || other;
    return static_cast<std::uint64_t>(std::popcount(sum & ~(dark >> 7U) & kEach));
  }

 private:
  bool open_ = false;  // a word with a letter continues
};

/// The first bytes of a block, then white space; the first byte of a text is the lowest.
std::uint64_t front_of(std::string_view text) {
  std::uint64_t bytes = ' ' * kEach;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto shift = static_cast<unsigned>(i) * kByteBits;
    bytes ^= (static_cast<std::uint64_t>(static_cast<unsigned char>(text[i])) ^ std::uint64_t{' '}) << shift;
  }
  return bytes;
}

std::uint64_t block_at(std::string_view text, std::size_t at) {
  if constexpr (std::endian::native == std::endian::little) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, kBlock);
    return bytes;
  }
  return front_of(text.substr(at, kBlock));
}

/// From some ASCII on: the end of the text, or the beginning of the word that contains the next other character.
std::size_t end_of_ascii(std::string_view text, std::size_t at) {
  while (at < text.size() && ascii::is_ascii(text[at])) {
    ++at;
  }
  if (at < text.size()) {
    while (at > 0 && !is_white_byte(text[at - 1])) {
      --at;
    }
  }
  return at;
}

}  // namespace

AsciiWords count_ascii_words(std::string_view text) {
  AsciiWords found;
  WordEnds ends;
  std::size_t at = 0;
  std::size_t last_word = 0;  // where the last one ended, about
  for (; at + kBlock <= text.size(); at += kBlock) {
    const std::uint64_t bytes = block_at(text, at);
    if ((bytes & kHigh) != 0) {
      break;
    }
    const std::uint64_t words = ends.count(bytes);
    found.words += words;
    last_word = words > 0 ? at + kBlock : last_word;
    if (at - last_word > kLongGap && at > last_word) {
      found.has_long_gap = true;
      return found;
    }
  }
  const std::size_t begin = at;
  found.end = end_of_ascii(text, begin);
  if (found.end > begin || found.end == text.size()) {
    found.words += ends.count(front_of(text.substr(begin, found.end - begin)));
  }
  found.has_long_gap = text.size() - found.end > 0 && begin > found.end + kLongGap;
  return found;
}

}  // namespace nutgraf::passage
