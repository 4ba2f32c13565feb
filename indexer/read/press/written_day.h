// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "indexer/read/dates/written_date.h"

namespace nutgraf::read::press {

/// The date of publication in a line that may hold more: "Politique, jeudi 5 octobre 2013, p. 3". A day comes before a
/// month alone. `language` as for parse_date(). Nothing in a line longer than any that only dates an article.
[[nodiscard]] std::optional<dates::WrittenDate> find_date(std::string_view line, std::string_view language = {});

}  // namespace nutgraf::read::press
