// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

/// The language of an article as a code: ISO 639-1 if there is one, else three letters.
namespace nutgraf::language {

inline constexpr std::string_view kUnknown = "und";

/// A declared language as its code: "English", "en-GB", "eng", "EN_us" are "en", "zh-Hant" is "zh". Empty if it
/// names no language.
[[nodiscard]] std::string normalize(std::string_view declared);

/// Detected by CLD2 from a sample of a text (valid UTF-8); "und" where there is too little of it or doubt. Safe to
/// call from several threads.
[[nodiscard]] std::string detect(std::string_view text);

}  // namespace nutgraf::language
