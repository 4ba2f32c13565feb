// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/detect.h"

#include <algorithm>
#include <array>

#include "core/base/ascii.h"
#include "indexer/read/encoding.h"
#include "indexer/read/file_name.h"
#include "indexer/read/front.h"
#include "indexer/read/json/shape.h"
#include "indexer/read/registry.h"
#include "indexer/read/unpack/container.h"

namespace nutgraf::read {
namespace {

using namespace std::string_view_literals;

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

template <std::size_t N>
bool begins_with_any(std::string_view text, const std::array<std::string_view, N>& list) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view begin) { return text.starts_with(begin); });
}

/// Old documents of Office, and encrypted new ones.
constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Extensions and first bytes of formats that have no reader.
constexpr std::array kUnreadNames = {"wat"sv, "arc"sv, "doc"sv,     "xls"sv,  "ppt"sv, "srt"sv, "vtt"sv, "bib"sv,
                                     "ris"sv, "css"sv, "parquet"sv, "yaml"sv, "yml"sv, "js"sv,  "svg"sv};
constexpr std::array kUnreadFronts = {"PAR1"sv, kCompoundFile};
constexpr std::array kMarkupFronts = {"<!doctype"sv, "<html"sv, "<?xml"sv, "<head"sv, "<body"sv};
constexpr std::array kBinaryFronts = {"\x89PNG\r\n\x1A\n"sv,
                                      "\xFF\xD8\xFF"sv,
                                      "GIF87a"sv,
                                      "GIF89a"sv,
                                      "\x7F"
                                      "ELF"sv,
                                      "MZ\x90\0"sv,
                                      "OggS"sv,
                                      "ID3\x03"sv,
                                      "ID3\x04"sv,
                                      "fLaC"sv,
                                      "RIFF"sv,
                                      "SQLite format 3\0"sv,
                                      "II*\0"sv,
                                      "MM\0*"sv,
                                      "\0asm"sv,
                                      "\xCA\xFE\xBA\xBE"sv,
                                      "wOFF"sv,
                                      "wOF2"sv,
                                      "\x93NUMPY"sv,
                                      "\x80\x04\x95"sv};

/// 1 for control characters that no text has, NUL among them.
constexpr std::array<unsigned char, 256> kOdd = [] {
  std::array<unsigned char, 256> odd{};
  for (unsigned char byte = 0; byte < 0x20; ++byte) {
    const char c = static_cast<char>(byte);
    odd[byte] = !ascii::is_space(c) && c != '\b' && c != '\x1A' && c != '\x1B' && c != '\x1E' ? 1 : 0;
  }
  return odd;
}();

std::size_t count_odd(std::string_view front) {
  std::size_t odd = 0;
  for (const char c : front) {
    odd += kOdd[static_cast<unsigned char>(c)];
  }
  return odd;
}

/// A known binary format, for sure: some of their marks are words, but none of their files has words alone.
bool has_binary_mark(std::string_view front) {
  return begins_with_any(front, kBinaryFronts) && count_odd(front) > 0;
}

/// Zeros in a row, as many as a file system puts into the hole that a crash leaves in a file, tell nothing of its
/// format.
std::string without_holes(std::string_view front) {
  constexpr std::size_t kHole = 256;
  std::string rest;
  while (!front.empty()) {
    const std::size_t zero = std::min(front.find('\0'), front.size());
    const std::size_t end = std::min(front.find_first_not_of('\0', zero), front.size());
    rest.append(front.substr(0, end - zero < kHole ? end : zero));
    front.remove_prefix(end);
  }
  return rest;
}

bool is_binary(std::string_view front, const Reader* named) {
  const std::string_view encoding = sniff_encoding(front).encoding;
  if (encoding.starts_with("UTF-16") || encoding.starts_with("UTF-32")) {
    return false;
  }
  const std::string looked_at = named != nullptr ? without_holes(front) : std::string(front);
  const std::size_t odd = count_odd(looked_at);
  return odd >= 2 && odd * 20 > looked_at.size();
}

/// The name of a format that there is no reader for.
bool is_unread_name(std::string_view extension) {
  return contains(kUnreadNames, extension) || unpack::is_zipped_document(extension);
}

const Reader* reader_by_evidence(std::string_view plain, Evidence evidence) {
  const auto all = readers();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Reader& reader) { return reader.judge(plain) == evidence; });
  return found == all.end() ? nullptr : &*found;
}

using Detected = std::variant<const Reader*, Skip>;

/// A file that begins with nothing but whitespace and zeros.
Detected detect_blank(std::string_view front, const Reader* chosen, const Reader* named) {
  const bool whole = front.size() < kFront;
  if (front.find('\0') != std::string_view::npos && (whole || named == nullptr)) {
    return Skip::Binary;
  }
  if (whole) {
    return Skip::Empty;
  }
  return chosen != nullptr ? chosen : named != nullptr ? named : &readers().front();
}

/// A text whose name belongs to no reader.
Detected detect_nameless(std::string_view plain, std::string_view extension) {
  if (is_unread_name(extension)) {
    return Skip::Unknown;
  }
  if (const Reader* const likely = reader_by_evidence(plain, Evidence::Weak)) {
    return likely;
  }
  if (begins_with_any(ascii::lowered(plain.substr(0, 16)), kMarkupFronts)) {
    return Skip::Unknown;
  }
  return &readers().front();
}

}  // namespace

std::variant<const Reader*, Skip> detect_reader(std::string_view front, const Document& document,
                                                std::string_view forced) {
  const std::string extension = extension_of(document.name);
  const std::string plain = plain_front(front);
  const Reader* const chosen = reader_named(forced);
  const Reader* const named = reader_of_extension(extension);
  if (plain.empty()) {
    return detect_blank(front, chosen, named);
  }
  if (chosen != nullptr && chosen->judge(plain) != Evidence::None) {
    return chosen;
  }
  if (const Reader* const sure = reader_by_evidence(plain, Evidence::Strong); sure != nullptr && chosen == nullptr) {
    return sure;
  }
  if (front.starts_with(kCompoundFile) && extension == "docx") {
    return named;  // which says why it cannot be read
  }
  if (begins_with_any(front, kUnreadFronts)) {
    return Skip::Unknown;
  }
  const bool tested = chosen == nullptr && document.mention == Mention::Found;
  if (has_binary_mark(front) || (tested && is_binary(front, named))) {
    return is_unread_name(extension) ? Skip::Unknown : Skip::Binary;
  }
  const bool said_to_be_text = chosen == nullptr && named == &readers().front();
  if (said_to_be_text && json::begins_json_lines(plain)) {
    return reader_named("jsonl");
  }
  const Reader* const told = chosen != nullptr ? chosen : named;
  return told != nullptr ? Detected(told) : detect_nameless(plain, extension);
}

}  // namespace nutgraf::read
