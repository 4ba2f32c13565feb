// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <simdjson.h>

#include <cstddef>
#include <string>
#include <string_view>

/// Numbers as they were written. The parser knows 64-bit integers and doubles alone: it refuses larger ones and forgets
/// the digits of 1.10. So they go through it as strings with a mark in front, put there before and taken off after.
namespace nutgraf::read::json {

/// Whether a value contains a number whose digits the parser has not kept.
[[nodiscard]] bool holds_fraction(simdjson::dom::element value);

/// Makes marked strings of the numbers in `json` that are no 64-bit integer; returns how many. What is no JSON number
/// stays what it is.
std::size_t mark_numbers(std::string& json);

/// The digits of a marked string; empty if `text` is none.
[[nodiscard]] std::string_view marked_number(std::string_view text);

/// Takes the marks, and the quotes around them, out of JSON that was printed.
void unmark_numbers(std::string& json);

}  // namespace nutgraf::read::json
