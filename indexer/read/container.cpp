// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/container.h"

#include <algorithm>
#include <array>

#include "indexer/read/skippable_frames.h"

namespace nutgraf::read {

using namespace std::string_view_literals;

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
  const bool bzip2 = front.starts_with("BZh") && front.substr(3).find("1AY&SY") == 1;
  if (bzip2 || begins_with(kCompressed) || begins_skippable_frame(front)) {
    return Container::Compressed;
  }
  const bool tar = front.size() > kTarMark && front.substr(kTarMark).starts_with("ustar");
  return tar || begins_with(kArchives) ? Container::Archive : Container::None;
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

}  // namespace nutgraf::read
