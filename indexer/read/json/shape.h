// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/read/reader.h"

/// What the first bytes of a file tell of the JSON in it; `front` is a plain_front().
namespace nutgraf::read::json {

enum class Shape : std::uint8_t {
  Lines,   // one record per line
  Values,  // one array of records, or records one after the other over any number of lines
};

/// For a text that is JSON.
[[nodiscard]] Shape shape_of(std::string_view front);

/// Are the first two lines a record each? No other text is written so, whatever its name.
[[nodiscard]] bool begins_json_lines(std::string_view front);

/// The length of what stands before the array in a file of Twitter's archive, "window.YTD.tweets.part0 = "; 0 where
/// nothing does.
[[nodiscard]] std::size_t assignment_length(std::string_view front);

/// For a text that may be JSON: weak evidence where a whole record or an array of records comes first.
[[nodiscard]] Evidence sniff_json(std::string_view front);

}  // namespace nutgraf::read::json
