// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/html/publication_line.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/html/byline.h"
#include "indexer/read/html/date_line.h"
#include "indexer/read/html/line_parts.h"

namespace nutgraf::read::html {
namespace {

constexpr std::size_t kShort = 60;

bool says_who(std::string_view line) {
  const std::vector<std::string> names = names_in_line(line);
  return !names.empty() && std::ranges::all_of(names, is_full_name);
}

/// "04.03.2014 | 15:54", "LONDON, 4 March 2014", but not "Opens: 4 March 2014" and what a quoted post ends with.
bool is_date_line(std::string_view line) {
  const std::string_view before = line.substr(0, line.find_first_of("0123456789"));
  const bool of_something =
      before.find(':') != std::string_view::npos && ascii::lowered(before).find("dat") == before.npos;
  return line.size() < kShort && !of_something && !before.starts_with("—") && !has_sentence_words(line);
}

}  // namespace

bool is_publication_line(std::string_view line) {
  const bool dated = date_in_line(line, {}).has_value();
  return dated ? says_when(line) || !names_in_line(line).empty() || is_date_line(line)
               : line.size() < kShort && says_who(line);
}

}  // namespace nutgraf::read::html
