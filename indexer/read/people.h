// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Values of records that come in many spellings.
namespace nutgraf::read {

/// "By Jane Doe and John Roe, Ann Lee" -> three names. A comma separates names only if certain: "Doe, Jane" is one.
/// A list as Python and JSON print it, ['Ann Lee', "Bo Poe"], is one, here and below.
[[nodiscard]] std::vector<std::string> split_authors(std::string_view text);

/// "China, Taiwan; trade" -> three tags.
[[nodiscard]] std::vector<std::string> split_tags(std::string_view text);

/// "en-GB", "EN", "eng", "English" -> "en"; a code of three letters without a shorter one stays; empty if it is no
/// language.
[[nodiscard]] std::string language_code(std::string_view text);

}  // namespace nutgraf::read
