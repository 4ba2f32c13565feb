// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/keys.h"

namespace nutgraf::read {

/// ArticleRecord::date_source of the day on which the author of an office document began to write it.
inline constexpr std::string_view kCreatedDate = "created";

/// Of the day of a message, for what is attached to it.
inline constexpr std::string_view kMessageDate = "message";

/// Whether a date of that source gives way to one in the name of the file or of its folders.
[[nodiscard]] constexpr bool is_stand_in(std::string_view date_source) {
  return date_source == kCrawlDate || date_source == kCreatedDate || date_source == kMessageDate;
}

}  // namespace nutgraf::read
