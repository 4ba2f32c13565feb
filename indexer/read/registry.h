// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/read/reader.h"

/// The formats that can be read. A new one is one source with its sniff and read functions; registry.cpp declares them
/// and has a row for them. Detection, --format, help and messages take its name from there.
namespace nutgraf::read {

/// The first one reads what nothing tells otherwise: plain text.
[[nodiscard]] std::span<const Reader> readers();

/// Null if there is none of that name, or for that extension.
[[nodiscard]] const Reader* reader_named(std::string_view name);
[[nodiscard]] const Reader* reader_of_extension(std::string_view extension);

/// "text, jsonl, ...": what --format takes, for messages.
[[nodiscard]] std::string reader_names();

}  // namespace nutgraf::read
