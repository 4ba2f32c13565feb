// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk/deflate.h"

#include <doctest/doctest.h>
#include <libdeflate.h>

#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include "indexer/bulk/huffman.h"

namespace {

using nutgraf::bulk::HuffmanCode;
using nutgraf::bulk::ShortDeflate;

/// What a reader makes of a stream; fails where the stream does not end with its last byte.
std::string unpack(std::string_view stream, std::size_t size) {
  libdeflate_decompressor* const reader = libdeflate_alloc_decompressor();
  std::string bytes(size, '\0');
  std::size_t read = 0;
  std::size_t made = 0;
  CHECK(libdeflate_deflate_decompress_ex(reader, stream.data(), stream.size(), bytes.data(), size, &read, &made) ==
        LIBDEFLATE_SUCCESS);
  libdeflate_free_decompressor(reader);
  CHECK(read == stream.size());
  CHECK(made == size);
  return bytes;
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) {
    text += part;
  }
  return text;
}

/// Words of a small vocabulary, with a share of bytes that no word has.
std::string noisy_words(std::uint32_t seed, std::size_t size) {
  static constexpr std::string_view kWords[] = {"the ", "principle ", "of ", "nations ", "\xc3\xa9tat ", "peace, "};
  std::string text;
  while (text.size() < size) {
    seed = seed * 1664525U + 1013904223U;
    text += kWords[(seed >> 20U) % 6];
    text += (seed >> 28U) == 0 ? std::string(1, static_cast<char>(seed >> 12U)) : std::string();
  }
  text.resize(size);
  return text;
}

TEST_CASE("what is packed is read back") {
  std::vector<std::string> texts = {"",
                                    "a",
                                    "abc",
                                    std::string(50, 'a'),
                                    std::string(40, '\0'),
                                    std::string(ShortDeflate::kLongest, 'z'),
                                    repeated("ab", 300),
                                    repeated("One China principle. ", 90)};
  for (std::uint32_t seed = 1; seed < 60; ++seed) {
    texts.push_back(noisy_words(seed, seed * seed * 9 % ShortDeflate::kLongest));
  }
  std::string all;
  for (int byte = 0; byte < 256; ++byte) {
    all.append(static_cast<std::size_t>(1 + byte % 7 * byte % 50), static_cast<char>(byte));
  }
  texts.push_back(all);
  ShortDeflate deflate;
  for (const std::string& text : texts) {
    for (const auto search : {ShortDeflate::Search::Repetitions, ShortDeflate::Search::Nothing}) {
      INFO(text.size() << " bytes of " << text.substr(0, 20));
      const std::string stream(deflate.pack(text, search));
      CHECK((stream.empty() || stream.size() < text.size()));
      if (!stream.empty()) {
        CHECK(unpack(stream, text.size()) == text);
      }
    }
  }
}

TEST_CASE("repetitions are found, noise is left as it is") {
  ShortDeflate deflate;
  const std::string text = repeated("One China principle. ", 90);
  CHECK(deflate.pack(text, ShortDeflate::Search::Repetitions).size() < 80);
  CHECK(deflate.pack(text, ShortDeflate::Search::Nothing).size() > text.size() / 3);
  std::string noise;
  for (std::uint32_t i = 1, seed = 7; i < 500; ++i) {
    seed = seed * 1664525U + 1013904223U;
    noise += static_cast<char>(seed >> 24U);
  }
  CHECK(deflate.pack(noise, ShortDeflate::Search::Repetitions).empty());
}

TEST_CASE("codes are complete, within the limit, and short for what is frequent") {
  std::vector<std::vector<std::uint32_t>> all = {{}, {0, 0, 0}, {5}, {0, 7, 0}, {1, 1}, {1, 2, 3, 4, 5, 6, 7}};
  std::vector<std::uint32_t> fibonacci = {1, 1};  // the deepest tree
  while (fibonacci.size() < 24) {
    fibonacci.push_back(fibonacci.back() + fibonacci[fibonacci.size() - 2]);
  }
  all.push_back(fibonacci);
  all.emplace_back(286, 3U);
  for (std::vector<std::uint32_t>& counts : all) {
    counts.resize(286);
    for (const unsigned limit : {9U, 15U}) {
      HuffmanCode code;
      code.build(counts, limit);
      double room = 0;
      for (std::size_t symbol = 0; symbol < counts.size(); ++symbol) {
        const unsigned length = code[symbol].length;
        CHECK(length <= limit);
        CHECK((counts[symbol] == 0 || length > 0));
        room += length > 0 ? 1.0 / (1U << length) : 0.0;
        for (std::size_t other = 0; other < symbol; ++other) {
          const bool right = counts[other] <= counts[symbol] || counts[symbol] == 0 || code[other].length <= length;
          CHECK_MESSAGE(right, other << " and " << symbol);
        }
      }
      CHECK(room == 1.0);
    }
  }
}

}  // namespace
