// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/encoding.h"

#include <fmt/format.h>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/utf8.h"

namespace nutgraf::read {
namespace {

constexpr std::string_view kFallback = "windows-1252";

/// Detected names whose superset is what such texts are really written in, by the WHATWG Encoding Standard.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kSupersets = {{
    {"ascii", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"shift_jis", "windows-31j"},
    {"euc-kr", "windows-949"},
    {"uhc", "windows-949"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"iso-8859-8", "windows-1255"},
    {"viscii", "windows-1258"},
}};

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using ConverterHandle = std::unique_ptr<UConverter, Close>;

ConverterHandle open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  ConverterHandle converter(ucnv_open(name.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

std::string superset_of(std::string_view name) {
  const std::string lowered = ascii::lowered(name);
  const auto* const found =
      std::find_if(kSupersets.begin(), kSupersets.end(), [&](const auto& pair) { return pair.first == lowered; });
  return std::string(found == kSupersets.end() ? name : found->second);
}

/// Little or big end first, where one half of the bytes is mostly zero and the other is not.
std::string_view utf16_by_zeros(std::string_view front) {
  if (front.find('\0') == std::string_view::npos) {
    return {};
  }
  std::array<std::size_t, 2> zeros = {0, 0};
  for (std::size_t i = 0; i < front.size(); ++i) {
    zeros[i % 2] += front[i] == '\0' ? 1U : 0U;
  }
  const std::size_t half = front.size() / 2;
  const auto many = [&](std::size_t count) { return half >= 2 && count * 10 >= half * 4; };
  const auto few = [&](std::size_t count) { return count * 20 <= half; };
  if (many(zeros[1]) && few(zeros[0])) {
    return "UTF-16LE";
  }
  return many(zeros[0]) && few(zeros[1]) ? "UTF-16BE" : std::string_view{};
}

/// Alphabets that a few accented letters do not tell apart.
bool is_latin(std::string_view name) {
  constexpr std::array<std::string_view, 12> kLatin = {"iso-8859-2",   "iso-8859-3",   "iso-8859-4",   "iso-8859-10",
                                                       "iso-8859-13",  "iso-8859-14",  "iso-8859-15",  "iso-8859-16",
                                                       "windows-1250", "windows-1254", "windows-1257", "ibm852"};
  const std::string lowered = ascii::lowered(name);
  return std::find(kLatin.begin(), kLatin.end(), lowered) != kLatin.end() || lowered.starts_with("mac");
}

constexpr std::size_t kEnoughToTell = 16;

std::size_t count_high_bytes(std::string_view bytes) {
  return static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) < 0; }));
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
      {"\xEF\xBB\xBF"sv, "UTF-8"},
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
  return {utf16_by_zeros(front.substr(0, 4096)), 0};
}

std::string detect_encoding(std::string_view bytes) {
  constexpr std::size_t kSample = 4UL * 1024 * 1024;
  // A long plain beginning tells nothing: the sample starts shortly before the first byte that does.
  const auto high =
      std::find_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) < 0 || c == '\x1B'; });
  const auto begin = static_cast<std::size_t>(high - bytes.begin());
  const std::string_view sample = bytes.substr(begin > 256 ? begin - 256 : 0, kSample);
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), uchardet_delete);
  uchardet_handle_data(detector.get(), sample.data(), sample.size());
  uchardet_data_end(detector.get());
  const std::string name = superset_of(uchardet_get_charset(detector.get()));
  const bool useless = name.empty() || ascii::lowered(name) == "utf-8" || open_converter(name) == nullptr ||
                       (is_latin(name) && count_high_bytes(sample) < kEnoughToTell);
  return useless ? std::string(kFallback) : name;
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
  const std::string named = superset_of(declared);
  const bool known = !named.empty() && ascii::lowered(named) != "utf-8" && open_converter(named) != nullptr;
  decoded.encoding = known ? named : detect_encoding(bytes);
  decoded.text = convert(bytes, decoded.encoding);
  decoded.bad = count_replacements(decoded.text);
  return decoded;
}

}  // namespace nutgraf::read
