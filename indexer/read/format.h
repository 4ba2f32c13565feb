// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// What a file holds, told by its first bytes and its name.
namespace nutgraf::read {

/// As many first bytes as the functions here want to see.
inline constexpr std::size_t kFront = 64UL * 1024;

enum class Format : std::uint8_t {
  Text,
  JsonLines,   // one record a line
  JsonValues,  // one array of records, or records one after the other over any number of lines
  Unread,      // text in a format that has no reader yet
  Binary,
  Empty,
};

/// Who asked for a file: an INPUT that was typed is no accident, a file met in a folder or an archive may be anything.
enum class Mention : std::uint8_t { Named, Found };

/// `forced` is --format: empty, "text" or "jsonl". Where it is given or the file is named, control characters make no
/// binary file, only a known first few bytes do.
[[nodiscard]] Format detect_format(std::string_view front, std::string_view name, std::string_view forced,
                                   Mention mention = Mention::Found);

enum class Container : std::uint8_t { None, Compressed, Archive };
[[nodiscard]] Container detect_container(std::string_view front);
/// Formats that are read by jumping about in them, where that is possible.
[[nodiscard]] bool wants_seeking(std::string_view front);

/// Whether a zip is really a document of another kind (docx, epub, ...), told by its name.
[[nodiscard]] bool is_zipped_document(std::string_view name);
/// The same, told by the name of its first member.
[[nodiscard]] bool begins_zipped_document(std::string_view member);

/// "a.jsonl.gz" -> "a.jsonl", "a.tgz" -> "a.tar".
[[nodiscard]] std::string without_compression(std::string_view name);

/// Files that no one means by "this folder": hidden ones, ._*, Thumbs.db, __MACOSX.
[[nodiscard]] bool is_hidden_name(std::string_view name);

}  // namespace nutgraf::read
