// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/read/html/dom.h"
#include "indexer/read/html/page_date.h"

/// Dates in the elements of a page.
namespace nutgraf::read::html {

/// A text that is a date, or a short line that holds one (date_in_line()), and what said so.
[[nodiscard]] std::optional<PageDate> whole_date(std::string_view text, std::string_view language,
                                                 std::string_view source);
[[nodiscard]] std::optional<PageDate> line_date(std::string_view line, std::string_view language,
                                                std::string_view source);

/// The machine-readable date of an element; empty if it has none.
[[nodiscard]] std::string_view machine_readable(const Dom& dom, NodeIndex node);

/// Dates in readers' comments, of other articles and of changes say nothing about this one.
[[nodiscard]] bool is_of_something_else(const Dom& dom, NodeIndex node);

[[nodiscard]] std::optional<PageDate> date_in_microdata(const Dom& dom, std::string_view language);

/// Elements for a date, from the surest sign to the weakest.
enum class DateSign : std::uint8_t { Published, Time, Class };
[[nodiscard]] std::optional<PageDate> date_in_elements(const Dom& dom, NodeRange among, DateSign sign,
                                                       std::string_view language);

}  // namespace nutgraf::read::html
