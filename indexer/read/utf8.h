// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Bytes that may not be UTF-8: how far they are, their repair, and file names.
namespace nutgraf::read {

/// How much in `bytes` speaks for UTF-8 and how much against it.
struct Utf8Census {
  std::size_t multibyte = 0;  // valid sequences of two bytes or more
  std::size_t bad = 0;        // bytes that belong to no valid sequence
};
[[nodiscard]] Utf8Census take_census(std::string_view bytes);

/// Puts U+FFFD in the place of each run of bad bytes; returns how many runs there were.
std::size_t repair_utf8(std::string& bytes);

/// A file name as UTF-8, for people: bytes that are none are percent-encoded.
[[nodiscard]] std::string utf8_name(std::string_view bytes);

/// The same for ids: "%" is "%25", so that no two names have one spelling.
[[nodiscard]] std::string escaped_name(std::string_view bytes);

/// An absolute path as UTF-8, as it is where it is that. Else it is escaped as in ids, and the slash before its first
/// such name is doubled, which no path has: so native_path() can read it back and is never mistaken for one that is
/// written so.
[[nodiscard]] std::string path_name(std::string_view path);

}  // namespace nutgraf::read
