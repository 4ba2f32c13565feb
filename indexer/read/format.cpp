// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/format.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

#include "core/base/ascii.h"
#include "indexer/read/encoding.h"
#include "indexer/read/json_numbers.h"
#include "indexer/read/skippable_frames.h"

namespace nutgraf::read {
namespace {

using namespace std::string_view_literals;

/// "jsonl" of "b/a.jsonl", in lower case.
std::string extension_of(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  const std::string_view file = slash == std::string_view::npos ? name : name.substr(slash + 1);
  const std::size_t dot = file.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string() : ascii::lowered(file.substr(dot + 1));
}

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

template <std::size_t N>
bool begins_with_any(std::string_view text, const std::array<std::string_view, N>& list) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view begin) { return text.starts_with(begin); });
}

constexpr std::array kTextNames = {"txt"sv, "text"sv, "md"sv, "markdown"sv};
constexpr std::array kJsonLinesNames = {"jsonl"sv, "ndjson"sv, "jl"sv, "jsonlines"sv};
constexpr std::array kUnreadNames = {
    "html"sv, "htm"sv,  "xhtml"sv, "shtml"sv, "mhtml"sv, "xml"sv,     "sgml"sv, "sgm"sv, "rss"sv, "atom"sv, "csv"sv,
    "tsv"sv,  "warc"sv, "wet"sv,   "wat"sv,   "arc"sv,   "eml"sv,     "mbox"sv, "rtf"sv, "pdf"sv, "doc"sv,  "xls"sv,
    "ppt"sv,  "srt"sv,  "vtt"sv,   "bib"sv,   "ris"sv,   "parquet"sv, "yaml"sv, "yml"sv, "css"sv, "js"sv,   "svg"sv};
constexpr std::array kZippedNames = {"docx"sv, "xlsx"sv, "pptx"sv, "odt"sv, "ods"sv,
                                     "odp"sv,  "epub"sv, "jar"sv,  "apk"sv, "kmz"sv};
constexpr std::array kUnreadFronts = {"%PDF-"sv, R"({\rtf)"sv, "WARC/"sv, "PAR1"sv,
                                      "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv};
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

bool has_text_name(std::string_view extension) {
  return contains(kTextNames, extension) || contains(kJsonLinesNames, extension) || extension == "json";
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

bool is_binary(std::string_view front, std::string_view extension) {
  const std::string_view encoding = shown_encoding(front).encoding;
  if (encoding.starts_with("UTF-16") || encoding.starts_with("UTF-32")) {
    return false;
  }
  const std::string looked_at = has_text_name(extension) ? without_holes(front) : std::string(front);
  const std::size_t odd = count_odd(looked_at);
  return odd >= 2 && odd * 20 > looked_at.size();
}

/// `front` without byte-order mark and blanks; UTF-16 as the ASCII in it.
std::string plain_front(std::string_view front) {
  const Shown shown = shown_encoding(front);
  front.remove_prefix(shown.mark);
  std::string plain;
  if (shown.encoding.empty() || shown.encoding == "UTF-8") {
    plain = front.substr(std::min(front.find_first_not_of('\0'), front.size()));
  } else {
    std::copy_if(front.begin(), front.end(), std::back_inserter(plain), [](char c) { return c != '\0'; });
  }
  return std::string(ascii::trimmed(plain));
}

bool is_json_object(std::string_view line) {
  simdjson::dom::parser parser;
  simdjson::dom::element element;
  auto error = parser.parse(line.data(), line.size()).get(element);
  std::string marked(line);
  if (error == simdjson::NUMBER_ERROR && mark_numbers(marked) > 0) {
    error = parser.parse(marked).get(element);
  }
  return error == simdjson::SUCCESS && element.is_object();
}

/// Lines or values, for a text that begins as JSON does. Lines where the first is whole, or where a line but the first
/// begins a record at its left edge, as none does inside an indented value.
Format json_shape(std::string_view plain) {
  if (plain[0] != '{') {
    return Format::JsonValues;
  }
  const std::size_t end = plain.find('\n');
  if (end == std::string_view::npos) {
    return plain.size() >= kFront / 2 ? Format::JsonLines : Format::JsonValues;
  }
  const bool record_below = plain.find("\n{\"", end) == end || plain.find("\n{ \"", end) == end;
  return record_below || is_json_object(ascii::trimmed(plain.substr(0, end))) ? Format::JsonLines : Format::JsonValues;
}

/// Files whose name says nothing: JSON where a whole record or an array of them comes first.
bool looks_like_json(std::string_view plain) {
  const std::string_view line = ascii::trimmed(plain.substr(0, plain.find('\n')));
  if (line.starts_with("{\"") && is_json_object(line)) {
    return true;
  }
  const std::string_view inside = plain.starts_with('[') ? ascii::trimmed(plain.substr(1)) : plain;
  return inside.size() != plain.size() && inside.starts_with('{') && ascii::trimmed(inside.substr(1)).starts_with('"');
}

/// By name, else by content; `extension` is none of JSON lines.
Format format_of_text(std::string_view plain, std::string_view extension) {
  if (extension == "json") {
    return json_shape(plain);
  }
  if (contains(kTextNames, extension)) {
    return Format::Text;
  }
  if (contains(kUnreadNames, extension) || begins_with_any(ascii::lowered(plain.substr(0, 16)), kMarkupFronts)) {
    return Format::Unread;
  }
  return looks_like_json(plain) ? json_shape(plain) : Format::Text;
}

}  // namespace

Format detect_format(std::string_view front, std::string_view name, std::string_view forced, Mention mention) {
  const std::string extension = extension_of(name);
  const std::string plain = plain_front(front);
  if (plain.empty() && front.find('\0') != std::string_view::npos &&
      (front.size() < kFront || !has_text_name(extension))) {
    return Format::Binary;  // zeros alone
  }
  const bool lines = forced == "jsonl" || (forced.empty() && contains(kJsonLinesNames, extension));
  if (plain.empty()) {
    return front.size() < kFront ? Format::Empty : lines ? Format::JsonLines : Format::Text;
  }
  if (begins_with_any(front, kUnreadFronts)) {
    return Format::Unread;
  }
  const bool tested = forced.empty() && mention == Mention::Found;
  if (has_binary_mark(front) || (tested && is_binary(front, extension))) {
    return contains(kUnreadNames, extension) || contains(kZippedNames, extension) ? Format::Unread : Format::Binary;
  }
  if (lines) {
    return plain[0] == '[' ? Format::JsonValues : Format::JsonLines;
  }
  return forced == "text" ? Format::Text : format_of_text(plain, extension);
}

Container detect_container(std::string_view front) {
  constexpr std::array kCompressed = {"\x1F\x8B\x08"sv,
                                      "\xFD"
                                      "7zXZ\0"sv,
                                      "\x28\xB5\x2F\xFD"sv,
                                      "\x04\x22\x4D\x18"sv,
                                      "\x1F\x9D"sv,
                                      "LZIP\x01"sv};
  constexpr std::array kArchives = {"PK\x03\x04"sv, "PK\x05\x06"sv, "PK\x07\x08"sv, "7z\xBC\xAF\x27\x1C"sv,
                                    "Rar!\x1A\x07"sv};
  constexpr std::size_t kTarMark = 257;
  const bool bzip2 = front.starts_with("BZh") && front.substr(3).find("1AY&SY") == 1;
  if (bzip2 || begins_with_any(front, kCompressed) || begins_skippable_frame(front)) {
    return Container::Compressed;
  }
  const bool tar = front.size() > kTarMark && front.substr(kTarMark).starts_with("ustar");
  return tar || begins_with_any(front, kArchives) ? Container::Archive : Container::None;
}

bool wants_seeking(std::string_view front) {
  return front.starts_with("PK") || front.starts_with("7z") || front.starts_with("Rar!");
}

bool is_zipped_document(std::string_view name) {
  return contains(kZippedNames, extension_of(name));
}

bool begins_zipped_document(std::string_view member) {
  return member == "[Content_Types].xml" || member == "mimetype" || member.starts_with("META-INF/");
}

std::string without_compression(std::string_view name) {
  constexpr std::array kSuffixes = {".gz"sv,  ".bz2"sv,  ".xz"sv, ".zst"sv, ".zstd"sv,
                                    ".lz4"sv, ".lzma"sv, ".lz"sv, ".z"sv};
  constexpr std::array kShortTars = {".tgz"sv, ".tbz2"sv, ".tbz"sv, ".txz"sv, ".tzst"sv};
  const std::string lowered = ascii::lowered(name);
  for (const std::string_view suffix : kSuffixes) {
    if (lowered.size() > suffix.size() && lowered.ends_with(suffix)) {
      return std::string(name.substr(0, name.size() - suffix.size()));
    }
  }
  for (const std::string_view suffix : kShortTars) {
    if (lowered.size() > suffix.size() && lowered.ends_with(suffix)) {
      return std::string(name.substr(0, name.size() - suffix.size())) + ".tar";
    }
  }
  return std::string(name);
}

bool is_hidden_name(std::string_view name) {
  return (name.starts_with('.') && name != "." && name != "..") || name == "Thumbs.db" || name == "desktop.ini" ||
         name == "__MACOSX";
}

}  // namespace nutgraf::read
