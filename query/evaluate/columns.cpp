// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/evaluate/columns.h"

#include <algorithm>

namespace nutgraf::evaluate {

std::vector<std::string_view> columns_of(std::string_view line) {
  constexpr std::string_view kBlanks = " \t\r";
  std::vector<std::string_view> columns;
  for (std::size_t begin = line.find_first_not_of(kBlanks); begin != std::string_view::npos;) {
    const std::size_t end = std::min(line.find_first_of(kBlanks, begin), line.size());
    columns.push_back(line.substr(begin, end - begin));
    begin = line.find_first_not_of(kBlanks, end);
  }
  return columns;
}

}  // namespace nutgraf::evaluate
