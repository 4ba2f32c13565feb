// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "indexer/read/byte_source.h"

/// From the bytes of a text to UTF-8.
namespace nutgraf::read {

/// The encoding that a byte-order mark, or zeros at every other byte, shows: "UTF-8", "UTF-16LE", "UTF-16BE",
/// "UTF-32LE", "UTF-32BE"; empty where nothing does. `mark` is how many bytes the mark takes.
struct SniffedEncoding {
  std::string_view encoding;
  std::size_t mark = 0;
};
[[nodiscard]] SniffedEncoding sniff_encoding(std::string_view front);

/// Bytes of a known encoding as UTF-8; what is none of it becomes U+FFFD.
[[nodiscard]] std::string convert(std::string_view bytes, const std::string& encoding);

/// A text as read from a file.
struct Decoded {
  std::string text;      // UTF-8 without byte-order mark
  std::string encoding;  // empty = UTF-8
  std::size_t bad = 0;   // places where U+FFFD was put for bytes that are not of the encoding
};

/// By byte-order mark, else UTF-8 where it is or nearly is, else as `declared` where there is such an encoding, else
/// detected.
[[nodiscard]] Decoded decode(std::string bytes, std::string_view declared = {});

/// Converts a stream; `bytes` must outlive it.
class DecodedSource final : public ByteSource {
 public:
  DecodedSource(ByteSource& bytes, const std::string& encoding);
  ~DecodedSource() override;
  DecodedSource(const DecodedSource&) = delete;
  DecodedSource& operator=(const DecodedSource&) = delete;
  DecodedSource(DecodedSource&&) = delete;
  DecodedSource& operator=(DecodedSource&&) = delete;
  [[nodiscard]] std::size_t read(std::span<char> into) override;

 private:
  struct Converter;
  ByteSource& bytes_;
  std::unique_ptr<Converter> converter_;
};

}  // namespace nutgraf::read
