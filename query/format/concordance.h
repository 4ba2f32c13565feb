// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/view/hit.h"

/// Every marked place of a passage in its context, on one line.
namespace nutgraf {

struct Occurrence {
  std::string left;  // white space collapsed, ends where the node begins
  std::string node;
  std::string right;
  CodePoints place;  // of the node in the passage
};

/// `context` code points either side, less where the passage ends.
[[nodiscard]] std::vector<Occurrence> occurrences(const Hit& hit, std::uint32_t context);

/// The longest beginning or end of a text that fits into so many columns of a terminal.
[[nodiscard]] std::string_view first_columns(std::string_view text, std::size_t columns);
[[nodiscard]] std::string_view last_columns(std::string_view text, std::size_t columns);

}  // namespace nutgraf
