// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/passage/word_count.h"

namespace nutgraf::passage {

enum class ParagraphRole : std::uint8_t { Text, Heading };

/// A paragraph of an article, without the white space around it. A view into the article's text.
struct Paragraph {
  std::string_view text;
  Quarters words = 0;
  ParagraphRole role = ParagraphRole::Text;
};

/// The paragraphs of an article (core/text/paragraphs.h). A heading is short, ends without punctuation and comes before
/// a longer paragraph.
[[nodiscard]] std::vector<Paragraph> split_paragraphs(std::string_view text);

}  // namespace nutgraf::passage
