// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/index/record.h"
#include "core/schema/day.h"
#include "indexer/passage/term_table.h"

/// What an article's record gives to each of its passages: boolean terms and the time it is sorted by.
namespace nutgraf::passage {

/// The calendar day of a record, or the days of its month where no day is known; nothing if it is undated.
[[nodiscard]] std::optional<schema::DayRange> days_of(const ArticleRecord& record);

/// Value of the Date slot: the day and the time of day as written, the first day of a month; empty where undated.
[[nodiscard]] std::string date_value(const ArticleRecord& record);

/// Host of a URL, lower case, without "www.", user and port; empty if there is none.
[[nodiscard]] std::string host_of(std::string_view url);

/// Adds a boolean term a field value; the number of terms that had to be shortened.
std::uint64_t add_record_terms(const ArticleRecord& record, std::string_view folder, TermTable& terms);

}  // namespace nutgraf::passage
