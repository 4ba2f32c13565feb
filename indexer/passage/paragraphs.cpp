// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/passage/paragraphs.h"

#include <algorithm>
#include <array>

#include "core/text/stops.h"

namespace nutgraf::passage {
namespace {

constexpr std::string_view kWhite = " \t\r\n\f\v";
constexpr Quarters kMaxHeading = 12 * kWord;

bool ends_in_punctuation(std::string_view text) {
  using namespace std::string_view_literals;
  static constexpr std::array kPauses = {","sv, ";"sv, ":"sv, "，"sv, "；"sv, "："sv};
  text = without_closers(text);
  return ends_with_stop(text) ||
         std::ranges::any_of(kPauses, [&](std::string_view pause) { return text.ends_with(pause); });
}

/// End of the paragraph that begins at `from`: the line feed before the next blank line, or the end of the text.
std::size_t paragraph_end(std::string_view text, std::size_t from) {
  std::size_t feed = text.find('\n', from);
  while (feed != std::string_view::npos) {
    const std::size_t next = text.find_first_not_of(" \t\r\f\v", feed + 1);
    if (next == std::string_view::npos || text[next] == '\n') {
      return feed;
    }
    feed = text.find('\n', next);
  }
  return text.size();
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kWhite);
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(kWhite) - first + 1);
}

std::vector<Paragraph> split_paragraphs(std::string_view text) {
  std::vector<Paragraph> paragraphs;
  std::size_t at = text.find_first_not_of(kWhite);
  while (at != std::string_view::npos) {
    const std::size_t end = paragraph_end(text, at);
    const std::string_view paragraph = trimmed(text.substr(at, end - at));
    paragraphs.push_back({paragraph, count_words(paragraph)});
    at = text.find_first_not_of(kWhite, end);
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
