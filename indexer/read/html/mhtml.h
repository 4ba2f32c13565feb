// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/read/html/saved_page.h"

namespace nutgraf::read::html {

/// The page in a MIME file, which is its only part or the first page among its parts and theirs, decoded from base64 or
/// quoted-printable. Nothing if no part is HTML.
[[nodiscard]] std::optional<SavedPage> page_of_mhtml(std::string_view bytes);

}  // namespace nutgraf::read::html
