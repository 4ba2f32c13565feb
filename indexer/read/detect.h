// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <variant>

#include "indexer/read/document.h"
#include "indexer/read/reader.h"
#include "indexer/read/sink.h"

/// Which reader a file is for, told by its first bytes, then by its name.
namespace nutgraf::read {

/// The reader of a document that begins with `front`, or why it has none. `forced` is the name of a reader (--format);
/// empty = detect. Where it is given or the document is named, control characters make no binary file, only a known
/// first few bytes do.
[[nodiscard]] std::variant<const Reader*, Skip> detect_reader(std::string_view front, const Document& document,
                                                              std::string_view forced);

}  // namespace nutgraf::read
