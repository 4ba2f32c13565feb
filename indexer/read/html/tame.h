// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::read::html {

/// A page without the tags that would cost a parser time beyond all measure: those nested more than 512 deep, as no
/// browser builds them, and those with thousands of attributes. Their text stays. The marks around CDATA sections,
/// which HTML does not have, and declarations that browsers take for comments ("<![if !mso]>") go too. Nothing if the
/// page has none of these.
[[nodiscard]] std::optional<std::string> tamed(std::string_view html);

}  // namespace nutgraf::read::html
