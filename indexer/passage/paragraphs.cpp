// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/paragraphs.h"

#include <algorithm>
#include <array>

#include "core/text/paragraphs.h"
#include "core/text/stops.h"

namespace nutgraf::passage {
namespace {

constexpr Quarters kMaxHeading = 12 * kWord;

bool ends_in_punctuation(std::string_view text) {
  using namespace std::string_view_literals;
  static constexpr std::array kPauses = {","sv, ";"sv, ":"sv, "，"sv, "；"sv, "："sv};
  text = without_closers(text);
  return ends_with_stop(text) ||
         std::ranges::any_of(kPauses, [&](std::string_view pause) { return text.ends_with(pause); });
}

}  // namespace

std::vector<Paragraph> split_paragraphs(std::string_view text) {
  std::vector<Paragraph> paragraphs;
  for (std::string_view next = next_paragraph(text, 0); !next.empty();) {
    paragraphs.push_back({next, count_words(next)});
    next = next_paragraph(text, static_cast<std::size_t>(next.data() + next.size() - text.data()));
  }
  for (std::size_t i = 0; i + 1 < paragraphs.size(); ++i) {
    Paragraph& paragraph = paragraphs[i];
    if (paragraph.words <= kMaxHeading && paragraph.words < paragraphs[i + 1].words &&
        !ends_in_punctuation(paragraph.text)) {
      paragraph.role = ParagraphRole::Heading;
    }
  }
  return paragraphs;
}

}  // namespace nutgraf::passage
