// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/press/article_text.h"

#include <algorithm>

#include "indexer/read/lines/flattened.h"

namespace nutgraf::read::press {

void ArticleText::add(std::string_view paragraph) {
  std::string_view gap = text_.empty() ? "" : "\n\n";
  while (!paragraph.empty()) {
    const std::size_t end = std::min(paragraph.find('\n'), paragraph.size());
    const std::string line = lines::flattened(paragraph.substr(0, end));
    if (!line.empty()) {
      text_.append(gap).append(line);
      gap = "\n";
    }
    paragraph.remove_prefix(std::min(end + 1, paragraph.size()));
  }
}

}  // namespace nutgraf::read::press
