// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

/// Whether a file is read itself or only what is packed in it, told by its first bytes.
namespace nutgraf::read::unpack {

enum class Container : std::uint8_t { None, Compressed, Archive };
[[nodiscard]] Container detect_container(std::string_view front);

/// Whether a bzip2 with or without contents is at the front.
[[nodiscard]] bool begins_bzip2(std::string_view front);
/// Whether the head of an .lzma is at the front, which has no mark: properties, the size of its dictionary, that of the
/// contents or -1.
[[nodiscard]] bool begins_lzma(std::string_view front);

/// Whether a file is less than the mark of the container that its extension names, in lower case: its rest is lost.
[[nodiscard]] bool is_cut_container(std::string_view file, std::string_view extension);

/// Formats that are read by jumping about in them, where that is possible.
[[nodiscard]] bool wants_seeking(std::string_view front);

/// A zip that is a document: by the names and the first bytes of its members, as far as they are in `front`.
enum class ZippedDocument : std::uint8_t { None, Docx, Odt, Epub, Other };
[[nodiscard]] ZippedDocument zipped_document(std::string_view front);

/// Whether a zip is really a document (docx, epub, ...), told by its extension in lower case.
[[nodiscard]] bool is_zipped_document(std::string_view extension);
/// The same, told by the name of its first member.
[[nodiscard]] bool begins_zipped_document(std::string_view member);

}  // namespace nutgraf::read::unpack
