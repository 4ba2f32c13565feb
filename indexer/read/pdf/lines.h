// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/read/pdf/page_words.h"

namespace nutgraf::read::pdf {

struct Line {
  std::string text;
  Box box;
  double size = 0;                // of its largest word
  std::uint32_t page = 0;         // from 1
  Weight weight = Weight::Plain;  // bold only if all of it is
  Slant slant = Slant::Upright;   // italic only if all of it is
};

struct Page {
  std::vector<Line> lines;  // in reading order
  double height = 0;
  std::string label;
};

/// Words that stand side by side are a line. A letter several lines high is the first one of the word behind it.
[[nodiscard]] Page lines_of(const PageWords& page);

/// The size that most of the text has.
[[nodiscard]] double text_size(const std::vector<Page>& pages);

/// Takes out what many pages have at the same place in their margins, numbers aside: running heads, page numbers,
/// names of files. On a single page only its number goes. Returns what was taken, page by page.
std::vector<std::string> drop_running_heads(std::vector<Page>& pages);

}  // namespace nutgraf::read::pdf
