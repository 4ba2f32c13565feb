// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Encodings of the bytes in RTF, by the numbers of Windows.
namespace nutgraf::read::office {

/// Characters that are pictures: nothing is made of them.
inline constexpr std::int32_t kSymbolPage = 42;

/// The code page of a font's \fcharset. `page` is that of the document (\ansicpg).
[[nodiscard]] std::int32_t page_of_charset(std::int32_t charset, std::int32_t page);

/// As UTF-8; bytes of an unknown page as those of windows-1252.
[[nodiscard]] std::string from_code_page(std::string_view bytes, std::int32_t page);

}  // namespace nutgraf::read::office
