// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/unpack/container.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <optional>

#include "indexer/read/unpack/skippable_frames.h"

namespace nutgraf::read::unpack {

using namespace std::string_view_literals;

namespace {

/// A tar from before it had a mark: a name, and the sum of its first header, in which the sum itself counts as blanks.
bool begins_old_tar(std::string_view front) {
  constexpr std::size_t kHeader = 512;
  constexpr std::size_t kSum = 148;  // where the sum stands, in octal digits
  constexpr std::size_t kSumSize = 8;
  if (front.size() < kHeader || front[0] == '\0' || front[kHeader - 1] != '\0') {
    return false;
  }
  const std::string_view header = front.substr(0, kHeader);
  unsigned sum = kSumSize * ' ';
  for (std::size_t at = 0; at < kHeader; ++at) {
    sum += at < kSum || at >= kSum + kSumSize ? static_cast<unsigned char>(header[at]) : 0U;
  }
  unsigned written = 0;
  std::string_view digits = header.substr(kSum, kSumSize);
  digits.remove_prefix(std::min(digits.find_first_not_of(' '), digits.size()));
  for (const char c : digits.substr(0, digits.find_first_not_of("01234567"))) {
    written = written * 8 + static_cast<unsigned>(c - '0');
  }
  return written == sum;
}

}  // namespace

bool begins_bzip2(std::string_view front) {
  return front.starts_with("BZh") &&
         (front.substr(3).find("1AY&SY") == 1 || front.substr(3).find("\x17rE8P\x90"sv) == 1);
}

bool begins_lzma(std::string_view front) {
  constexpr std::size_t kHead = 13;
  constexpr unsigned kMostProperties = 225;
  const auto byte = [front](std::size_t at) { return static_cast<unsigned char>(front[at]); };
  if (front.size() <= kHead || byte(0) >= kMostProperties || byte(kHead) != 0) {
    return false;
  }
  std::uint32_t dictionary = 0;
  for (std::size_t at = 4; at > 0; --at) {
    dictionary = (dictionary << 8U) | byte(at);
  }
  const bool one_bit = std::has_single_bit(dictionary);
  const bool two_bits = std::has_single_bit(dictionary & (dictionary - 1)) && (dictionary & (dictionary >> 1U)) != 0;
  const bool unknown = front.substr(5, 8) == "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF";
  return dictionary >= 4096 && (one_bit || two_bits) && (unknown || (byte(10) | byte(11) | byte(12)) == 0);
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
  const auto begins_with = [front](const auto& marks) {
    return std::any_of(marks.begin(), marks.end(), [front](std::string_view mark) { return front.starts_with(mark); });
  };
  if (begins_bzip2(front) || begins_with(kCompressed) || begins_skippable_frame(front) || begins_lzma(front)) {
    return Container::Compressed;
  }
  const bool tar = front.size() > kTarMark && front.substr(kTarMark).starts_with("ustar");
  return tar || begins_old_tar(front) || begins_with(kArchives) ? Container::Archive : Container::None;
}

bool is_cut_container(std::string_view file, std::string_view extension) {
  struct Mark {
    std::string_view extension;
    std::string_view bytes;  // at least one more follows; '?' is any
  };
  constexpr std::array kMarks = {
      Mark{"gz", "\x1F\x8B\x08"sv},       Mark{"tgz", "\x1F\x8B\x08"sv},     Mark{"bz2", "BZh?1AY&SY"sv},
      Mark{"tbz2", "BZh?1AY&SY"sv},       Mark{"tbz", "BZh?1AY&SY"sv},       Mark{"xz", "\xFD\x37zXZ\0"sv},
      Mark{"txz", "\xFD\x37zXZ\0"sv},     Mark{"zst", "\x28\xB5\x2F\xFD"sv}, Mark{"zstd", "\x28\xB5\x2F\xFD"sv},
      Mark{"tzst", "\x28\xB5\x2F\xFD"sv}, Mark{"lz4", "\x04\x22\x4D\x18"sv}, Mark{"z", "\x1F\x9D"sv},
      Mark{"lz", "LZIP\x01"sv},           Mark{"lzma", "]????????????"sv},   Mark{"zip", "PK\x03\x04"sv},
      Mark{"7z", "7z\xBC\xAF\x27\x1C"sv}, Mark{"rar", "Rar!\x1A\x07"sv}};
  const auto begins_with = [](std::string_view mark, std::string_view bytes) {
    return bytes.size() <= mark.size() &&
           std::equal(bytes.begin(), bytes.end(), mark.begin(),
                      [](char byte, char wanted) { return wanted == '?' || byte == wanted; });
  };
  return !file.empty() && std::ranges::any_of(kMarks, [&](const Mark& mark) {
    return mark.extension == extension && begins_with(mark.bytes, file);
  });
}

bool wants_seeking(std::string_view front) {
  return front.starts_with("PK") || front.starts_with("7z") || front.starts_with("Rar!");
}

bool is_zipped_document(std::string_view extension) {
  constexpr std::array kExtensions = {"docx"sv, "xlsx"sv, "pptx"sv, "odt"sv, "ods"sv,
                                      "odp"sv,  "epub"sv, "jar"sv,  "apk"sv, "kmz"sv};
  return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

bool begins_zipped_document(std::string_view member) {
  return member == "[Content_Types].xml" || member == "mimetype" || member.starts_with("META-INF/");
}

namespace {

/// What stands before each member of a zip.
struct ZipHeader {
  std::string_view name;
  std::string_view behind;  // the member's bytes and all that follows
};

constexpr std::string_view kZipMark = "PK\x03\x04";

/// Of the member at the front of `zip`; nothing where it is cut off.
std::optional<ZipHeader> zip_header(std::string_view zip) {
  constexpr std::size_t kFixed = 30;
  constexpr std::size_t kLengths = 26;
  if (zip.size() < kFixed || !zip.starts_with(kZipMark)) {
    return std::nullopt;
  }
  const auto number = [&](std::size_t at) {
    return static_cast<std::size_t>(static_cast<unsigned char>(zip[at]) | static_cast<unsigned char>(zip[at + 1])
                                                                              << 8U);
  };
  const std::size_t name = number(kLengths);
  const std::size_t data = kFixed + name + number(kLengths + 2);
  return data > zip.size() ? std::nullopt : std::optional(ZipHeader{zip.substr(kFixed, name), zip.substr(data)});
}

/// OpenDocument and EPUB begin with a member that says what they are.
ZippedDocument by_mimetype(std::string_view type) {
  return type.starts_with("application/vnd.oasis.opendocument.text") ? ZippedDocument::Odt
         : type.starts_with("application/epub+zip")                  ? ZippedDocument::Epub
                                                                     : ZippedDocument::Other;
}

/// What a member tells by itself.
ZippedDocument by_member(std::string_view name) {
  return name.starts_with("xl/") || name.starts_with("ppt/") ? ZippedDocument::Other
         : name == "META-INF/container.xml"                  ? ZippedDocument::Epub
                                                             : ZippedDocument::None;
}

}  // namespace

ZippedDocument zipped_document(std::string_view front) {
  const auto first = zip_header(front);
  if (!first) {
    return ZippedDocument::None;
  }
  const bool typed = first->name == "mimetype";
  if (typed && first->behind.starts_with("application/")) {  // else packed, against the rule
    return by_mimetype(first->behind);
  }
  bool types = false;
  bool word = false;
  for (std::size_t at = 0; at != std::string_view::npos; at = front.find(kZipMark, at + 1)) {
    const auto header = zip_header(front.substr(at));
    const std::string_view name = header ? header->name : std::string_view{};
    types = types || name == "[Content_Types].xml" || name == "_rels/.rels";
    word = word || name.starts_with("word/");
    if (const ZippedDocument told = by_member(name); told != ZippedDocument::None) {
      return told;
    }
    if (typed && name == "content.xml") {
      return ZippedDocument::Odt;
    }
  }
  return types && word ? ZippedDocument::Docx : ZippedDocument::None;
}

}  // namespace nutgraf::read::unpack
