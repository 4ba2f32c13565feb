// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/text/markdown_text.h"

#include <algorithm>

#include "indexer/read/html/fragment.h"
#include "indexer/read/lines/paragraphs.h"

namespace nutgraf::read::text {

std::string lay_out_markdown(std::string_view text) {
  constexpr std::string_view kGap = "\n\n";
  if (!html::holds_html(text)) {
    return lines::lay_out_paragraphs(text);
  }
  std::string plain;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(kGap), text.size());
    const std::string_view block = text.substr(0, end);
    plain.append(plain.empty() ? "" : kGap);
    plain.append(html::holds_html(block) ? html::html_to_text(block) : std::string(block));
    text.remove_prefix(std::min(end + kGap.size(), text.size()));
  }
  return lines::lay_out_paragraphs(plain);
}

}  // namespace nutgraf::read::text
