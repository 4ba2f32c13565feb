// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/encoding.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/charset/guess.h"
#include "indexer/read/charset/names.h"
#include "indexer/read/charset/wide.h"
#include "indexer/read/utf8.h"

namespace nutgraf::read {
namespace {

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using ConverterHandle = std::unique_ptr<UConverter, Close>;

ConverterHandle open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  ConverterHandle converter(ucnv_open(name.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

/// ISO-2022 texts are plain ASCII to the eye of a UTF-8 check.
bool has_escape_sequences(std::string_view bytes) {
  return bytes.find("\x1B$") != std::string_view::npos || bytes.find("\x1B(") != std::string_view::npos;
}

std::size_t count_replacements(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(utf8::kReplacementBytes); at != std::string_view::npos;
       at = text.find(utf8::kReplacementBytes, at + 3)) {
    ++count;
  }
  return count;
}

}  // namespace

struct DecodedSource::Converter {
  ConverterHandle from;
  ConverterHandle to;
  std::vector<char> bytes = std::vector<char>(64UL * 1024);
  std::vector<UChar> pivot = std::vector<UChar>(16UL * 1024);
  const char* source = nullptr;
  const char* source_end = nullptr;
  UChar* pivot_source = nullptr;
  UChar* pivot_target = nullptr;
  bool ended = false;
  bool flushed = false;
};

DecodedSource::DecodedSource(ByteSource& bytes, const std::string& encoding)
    : bytes_(bytes), converter_(std::make_unique<Converter>()) {
  converter_->from = open_converter(encoding);
  converter_->to = open_converter("UTF-8");
  if (!converter_->from || !converter_->to) {
    throw Unreadable(fmt::format("its encoding {} is unknown here", encoding));
  }
  converter_->pivot_source = converter_->pivot.data();
  converter_->pivot_target = converter_->pivot.data();
}

DecodedSource::~DecodedSource() = default;

std::size_t DecodedSource::read(std::span<char> into) {
  Converter& c = *converter_;
  char* target = into.data();
  while (target == into.data() && !c.flushed && !into.empty()) {
    if (c.source == c.source_end && !c.ended) {
      const std::size_t got = bytes_.read(c.bytes);
      c.source = c.bytes.data();
      c.source_end = c.source + got;
      c.ended = got == 0;
    }
    UErrorCode status = U_ZERO_ERROR;
    ucnv_convertEx(c.to.get(), c.from.get(), &target, into.data() + into.size(), &c.source, c.source_end,
                   c.pivot.data(), &c.pivot_source, &c.pivot_target, c.pivot.data() + c.pivot.size(), 0,
                   c.ended ? 1 : 0, &status);
    c.flushed = c.ended && status != U_BUFFER_OVERFLOW_ERROR;
  }
  return static_cast<std::size_t>(target - into.data());
}

SniffedEncoding sniff_encoding(std::string_view front) {
  using namespace std::string_view_literals;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kMarks = {{
      {utf8::kByteOrderMarkBytes, "UTF-8"},
      {"\xFF\xFE\0\0"sv, "UTF-32LE"},
      {"\0\0\xFE\xFF"sv, "UTF-32BE"},
      {"\xFF\xFE"sv, "UTF-16LE"},
      {"\xFE\xFF"sv, "UTF-16BE"},
  }};
  for (const auto& [mark, encoding] : kMarks) {
    if (front.starts_with(mark)) {
      return {encoding, mark.size()};
    }
  }
  return {charset::wide_encoding(front.substr(0, 4096)), 0};
}

std::string convert(std::string_view bytes, const std::string& encoding) {
  TextSource source(bytes);
  DecodedSource decoded(source, encoding);
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 4);
  std::vector<char> chunk(256UL * 1024);
  for (std::size_t got = decoded.read(chunk); got > 0; got = decoded.read(chunk)) {
    text.append(chunk.data(), got);
  }
  return text;
}

Decoded decode(std::string bytes, std::string_view declared) {
  const SniffedEncoding sniffed = sniff_encoding(bytes);
  Decoded decoded;
  if (!sniffed.encoding.empty() && sniffed.encoding != "UTF-8") {
    decoded.encoding = std::string(sniffed.encoding);
    decoded.text = convert(std::string_view(bytes).substr(sniffed.mark), decoded.encoding);
    decoded.bad = count_replacements(decoded.text);
    return decoded;
  }
  bytes.erase(0, sniffed.mark);
  if (utf8::is_valid(bytes) && !has_escape_sequences(bytes)) {
    decoded.text = std::move(bytes);
    return decoded;
  }
  const Utf8Census census = take_census(bytes);
  if (sniffed.encoding == "UTF-8" || census.multibyte > census.bad) {
    decoded.bad = repair_utf8(bytes);
    decoded.text = std::move(bytes);
    return decoded;
  }
  const std::string named = charset::superset_of(declared);
  const bool known = !named.empty() && ascii::lowered(named) != "utf-8" && charset::is_known(named);
  decoded.encoding = known ? named : charset::guess_encoding(bytes, charset::Use::Text);
  decoded.text = convert(bytes, decoded.encoding);
  decoded.bad = count_replacements(decoded.text);
  return decoded;
}

}  // namespace nutgraf::read
