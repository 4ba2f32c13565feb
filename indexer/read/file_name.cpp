// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/file_name.h"

#include <array>

#include "core/base/ascii.h"

namespace nutgraf::read {

using namespace std::string_view_literals;

std::string extension_of(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  const std::string_view file = slash == std::string_view::npos ? name : name.substr(slash + 1);
  const std::size_t dot = file.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string() : ascii::lowered(file.substr(dot + 1));
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
