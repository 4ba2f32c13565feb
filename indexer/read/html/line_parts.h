// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace nutgraf::read::html {

/// The parts of a line whose dates may be of publication: what follows a word for it ("Published", "公開") before what
/// follows none. What follows a word for a change is left out, and so is what precedes one that ends the line, as in
/// 2014年3月6日更新.
[[nodiscard]] std::vector<std::string_view> published_parts(std::string_view line);

/// Whether the last of its words for a publication or for a change is one for a change, and no date follows.
[[nodiscard]] bool ends_with_change(std::string_view text);

/// Whether it has a word for a publication or for a change.
[[nodiscard]] bool says_when(std::string_view line);

}  // namespace nutgraf::read::html
