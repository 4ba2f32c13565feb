// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nutgraf::read::charset {

enum class Use : std::uint8_t {
  Text,  // of a file
  Name,  // of files, often in a code page of DOS
};

/// The encoding that explains bytes that are no UTF-8 best, under a name that ICU knows; never empty. In doubt it is
/// windows-1252, or the code page of DOS for names. ISO-8859-1 and the like are answered as the supersets that
/// browsers take for them.
[[nodiscard]] std::string guess_encoding(std::string_view bytes, Use use);

}  // namespace nutgraf::read::charset
