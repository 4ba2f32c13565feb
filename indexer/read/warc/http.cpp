// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/warc/http.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/byte_source.h"
#include "indexer/read/unpack/unpacker.h"
#include "indexer/read/utf8.h"
#include "indexer/read/warc/record_stream.h"

namespace nutgraf::read::warc {
namespace {

using unpack::Packing;
using unpack::Unpacker;

constexpr std::size_t kUnpackFree = 1024UL * 1024;
constexpr std::size_t kUnpackFactor = 500;  // even well packed pages shrink less

/// 200 of "HTTP/1.1 200 OK"; nothing where it is no status line.
std::optional<int> status_of(std::string_view line) {
  constexpr std::size_t kDigits = 3;
  const std::size_t blank = line.find(' ');
  if (!line.starts_with("HTTP/") || blank == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view code = ascii::trimmed(line.substr(blank)).substr(0, kDigits);
  int status = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), status);
  const bool good = error == std::errc() && end == code.data() + kDigits && status > 0;
  return good ? std::optional(status) : std::nullopt;
}

/// The length of the chunk whose line `text` begins with, and drops the line; nothing where that is no such line.
std::optional<std::size_t> take_chunk_length(std::string_view& text) {
  constexpr int kHex = 16;
  constexpr std::size_t kLongestLine = 1024;
  const std::size_t end = text.substr(0, kLongestLine).find('\n');
  std::string_view line = text.substr(0, end);
  line = ascii::trimmed(line.substr(0, line.find(';')));
  std::size_t length = 0;
  const auto [last, error] = std::from_chars(line.data(), line.data() + line.size(), length, kHex);
  if (end == std::string_view::npos || line.empty() || error != std::errc() || last != line.data() + line.size()) {
    return std::nullopt;
  }
  text.remove_prefix(end + 1);
  return length;
}

/// Joined, as far as the chunks go; as it is where it has none.
std::string without_chunks(std::string_view body) {
  std::string joined;
  std::string_view rest = body;
  for (bool first = true;; first = false) {
    const auto length = take_chunk_length(rest);
    if (!length) {
      return first ? std::string(body) : joined;
    }
    const std::string_view chunk = rest.substr(0, *length);
    joined.append(chunk);
    rest.remove_prefix(chunk.size());
    if (*length == 0 || rest.empty()) {
      return joined;
    }
    rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
  }
}

/// "gzip, br" -> the last one first, in which order they come off.
std::vector<std::string> codings_of(std::string_view header) {
  std::vector<std::string> codings;
  while (!header.empty()) {
    const std::size_t comma = header.rfind(',');
    const std::size_t begin = comma == std::string_view::npos ? 0 : comma + 1;
    codings.push_back(ascii::lowered(ascii::trimmed(header.substr(begin))));
    header = header.substr(0, begin == 0 ? 0 : comma);
  }
  return codings;
}

bool is_zlib(std::string_view bytes) {
  constexpr unsigned kDeflate = 8;
  constexpr unsigned kCheck = 31;
  if (bytes.size() < 2) {
    return false;
  }
  const auto method = static_cast<unsigned char>(bytes[0]);
  const auto flags = static_cast<unsigned char>(bytes[1]);
  return (method & 0x0FU) == kDeflate && (method * 256U + flags) % kCheck == 0;
}

/// How `bytes` are packed that should be of `coding`; nothing where they are no such.
std::optional<Packing> packing_of(std::string_view coding, std::string_view bytes) {
  if (coding == "gzip" || coding == "x-gzip") {
    return bytes.starts_with("\x1F\x8B") ? std::optional(Packing::Gzip) : std::nullopt;
  }
  if (coding == "deflate") {
    return is_zlib(bytes) ? Packing::Zlib : Packing::Deflate;
  }
  if (coding == "zstd") {
    return bytes.starts_with("\x28\xB5\x2F\xFD") ? std::optional(Packing::Zstd) : std::nullopt;
  }
  return coding == "br" ? std::optional(Packing::Brotli) : std::nullopt;
}

bool is_known(std::string_view coding) {
  constexpr auto kPacked = std::to_array<std::string_view>({"gzip", "x-gzip", "deflate", "br", "zstd"});
  return std::ranges::find(kPacked, coding) != kPacked.end();
}

/// Names that mean nothing, or an encoding of characters by mistake.
bool means_nothing(std::string_view coding) {
  return coding.empty() || coding == "identity" || coding == "none" || coding.starts_with("utf");
}

/// Whether what no decoder takes was decoded before it was stored.
bool looks_plain(std::string_view bytes) {
  constexpr std::size_t kEnough = 512;
  return std::ranges::none_of(bytes.substr(0, kEnough),
                              [](char c) { return c >= 0 && c < ' ' && !ascii::is_space(c); });
}

std::string without_coding(std::string bytes, std::string_view coding) {
  if (!is_known(coding)) {
    throw Unreadable(fmt::format("its page has an unknown Content-Encoding: {}", utf8_name(coding)));
  }
  const auto packing = packing_of(coding, bytes);
  if (!packing) {
    return bytes;
  }
  const std::size_t limit = std::min<std::size_t>(kBlockLimit, kUnpackFree + kUnpackFactor * bytes.size());
  unpack::Unpacked unpacked = unpack::unpack(bytes, *unpack::make_unpacker(*packing), limit);
  if (unpacked.is_at(limit)) {
    throw Unreadable(fmt::format("its page unfolds to more than {} MB", limit >> 20U));
  }
  const bool nothing = unpacked.bytes.empty() && unpacked.state == Unpacker::State::More && !bytes.empty();
  const bool damaged =
      unpacked.state == Unpacker::State::Damaged || unpacked.state == Unpacker::State::WindowTooLarge || nothing;
  if (damaged && looks_plain(bytes)) {
    return bytes;
  }
  if (damaged) {
    throw Unreadable(fmt::format("its page cannot be unpacked: the {} stream is damaged", coding));
  }
  return std::move(unpacked.bytes);
}

}  // namespace

std::optional<HttpResponse> parse_http(std::string_view block) {
  const auto status = status_of(first_line(block));
  const std::size_t head = head_length(block);
  if (!status || head == std::string_view::npos) {
    return std::nullopt;
  }
  return HttpResponse{*status, Fields(block.substr(block.find('\n'), head - block.find('\n'))), block.substr(head)};
}

bool has_whole_body(const HttpResponse& response) {
  const std::string_view declared = response.fields.get("content-length");
  std::size_t length = 0;
  const auto [end, error] = std::from_chars(declared.data(), declared.data() + declared.size(), length);
  return error == std::errc() && response.body.size() >= length;
}

std::string body_of(const HttpResponse& response) {
  const bool chunked = ascii::lowered(response.fields.get("transfer-encoding")).find("chunked") != std::string::npos;
  std::string body = chunked ? without_chunks(response.body) : std::string(response.body);
  for (const std::string& coding : codings_of(response.fields.get("content-encoding"))) {
    if (!means_nothing(coding)) {
      body = without_coding(std::move(body), coding);
    }
  }
  return body;
}

}  // namespace nutgraf::read::warc
