// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/lines/flattened.h"
#include "indexer/read/press/article_text.h"
#include "indexer/read/press/nexis_fields.h"
#include "indexer/read/press/nexis_head.h"
#include "indexer/read/press/nexis_layouts.h"
#include "indexer/read/press/written_day.h"

namespace nutgraf::read::press {
namespace {

constexpr std::string_view kEnd = "End of Document";

bool is_title_like(const Paragraph& paragraph) {
  return paragraph.weight == Weight::Bold || paragraph.heading > 0;
}

bool is_marker(const Paragraph& paragraph, std::string_view word) {
  return ascii::lowered(lines::flattened(paragraph.text)) == word;
}

/// A label above the text, which no list of articles has.
bool is_label_above(const Paragraph& paragraph) {
  const auto field = field_line(paragraph.text);
  return field && field->known != nullptr && field->known->place == FieldPlace::Above;
}

/// A label of the kind that stands below the text.
std::optional<FieldLine> footer_label(const Paragraph& paragraph) {
  auto field = field_line(paragraph.text);
  if (!field && paragraph.weight == Weight::Bold) {  // "Graphic" over its captions
    const std::string_view name = ascii::trimmed(paragraph.text);
    field = FieldLine{name, {}, nexis_field(name)};
  }
  return field && field->is_below() ? field : std::nullopt;
}

/// Whether the text ends with this paragraph. Where labels are bold, a plain one is the text's own.
bool ends_text(const Paragraph& paragraph, Weight labels) {
  const auto field = footer_label(paragraph);
  const bool told = field && (labels == Weight::Bold ? paragraph.weight == Weight::Bold
                                                     : field->known->place == FieldPlace::CertainlyBelow);
  return told || is_marker(paragraph, "classification");
}

/// Of the paragraphs over the first label those of the article itself: a list of articles or a cover page may stand
/// before them.
std::span<const Paragraph> own_head(std::span<const Paragraph> above) {
  std::size_t day = above.size();
  while (day > 0 && !find_date(lines::flattened(above[day - 1].text))) {
    --day;
  }
  constexpr std::size_t kTitleAndSource = 2;
  if (day <= kTitleAndSource) {
    return above.size() > kTitleAndSource + 1 && day == 0 ? above.last(kTitleAndSource + 1) : above;
  }
  // above[day - 1] is the day, the source is over it, and the title over that.
  std::size_t first = day - 1 - kTitleAndSource;
  while (first > 0 && is_title_like(above[first]) && is_title_like(above[first - 1])) {
    --first;
  }
  return above.subspan(first);
}

/// The labels below the text; a paragraph without one belongs to the label before it.
void read_ended_footer(std::span<const Paragraph> footer, ArticleRecord& record) {
  std::string name;
  std::string value;
  for (const Paragraph& paragraph : footer) {
    const auto field = footer_label(paragraph);
    if (!field && !is_marker(paragraph, "classification")) {
      value.append("\n").append(paragraph.text);
      continue;
    }
    if (!name.empty()) {
      set_field(record, {name, value, nexis_field(name)});
    }
    name = field ? field->name : std::string_view{};
    value = field ? field->value : std::string_view{};
  }
  if (!name.empty()) {
    set_field(record, {name, value, nexis_field(name)});
  }
}

/// The labels above the text; a paragraph without one, such as what a newspaper says of the author, is metadata of the
/// label before it.
void read_labels_above(std::span<const Paragraph> labels, ArticleRecord& record) {
  std::string_view last = "details";
  for (const Paragraph& paragraph : labels) {
    if (const auto field = field_line(paragraph.text)) {
      set_field(record, *field);
      last = field->known != nullptr ? field->known->metadata : last;
    } else {
      append_metadata(record, last, lines::flattened(paragraph.text));
    }
  }
}

/// Where the text of an article begins, and where it ends.
struct TextSpan {
  std::size_t begin;
  std::size_t end;
};

TextSpan text_span(std::span<const Paragraph> article, std::size_t head, std::size_t body, Weight labels) {
  std::size_t begin = body;
  if (body == article.size()) {
    begin = head;
    while (begin < article.size() && is_label_above(article[begin])) {
      ++begin;
    }
  }
  std::size_t end = std::min(begin, article.size());
  while (end < article.size() && !ends_text(article[end], labels)) {
    ++end;
  }
  return {begin, end};
}

std::optional<FoundArticle> read_article(std::span<const Paragraph> article, Weight labels) {
  const auto first = std::ranges::find_if(article, is_label_above);
  const auto body = std::ranges::find_if(article, [](const Paragraph& one) { return is_marker(one, "body"); });
  if (first == article.end() && body == article.end()) {
    return std::nullopt;
  }
  const auto head_end = static_cast<std::size_t>(std::min(first, body) - article.begin());
  const auto [begin, end] = text_span(article, head_end, static_cast<std::size_t>(body - article.begin()), labels);
  FoundArticle found;
  read_labels_above(article.subspan(head_end, begin - head_end), found.article.record);
  read_ended_footer(article.subspan(end), found.article.record);
  ArticleText text;
  const std::span<const Paragraph> head = article.first(head_end);
  if (!read_headed(head, found)) {
    for (const std::string& left_over : read_head(own_head(head), found)) {
      text.add(left_over);
    }
  }
  for (const Paragraph& paragraph : article.subspan(begin, end - begin)) {
    if (!is_marker(paragraph, "body")) {
      text.add(paragraph.text);
    }
  }
  found.article.text = std::move(text).text();
  return found;
}

}  // namespace

bool is_document_end(std::string_view line) {
  constexpr std::size_t kLongest = 60;
  return line.size() <= kLongest && ascii::lowered(lines::flattened(line)) == "end of document";
}

std::vector<FoundArticle> split_ended(std::span<const Paragraph> paragraphs) {
  const bool bold = std::ranges::any_of(
      paragraphs, [](const Paragraph& one) { return one.weight == Weight::Bold && is_label_above(one); });
  std::vector<FoundArticle> found;
  std::vector<Paragraph> article;
  const auto finish = [&] {
    if (auto one = read_article(article, bold ? Weight::Bold : Weight::Plain)) {
      found.push_back(std::move(*one));
    }
    article.clear();
  };
  const bool alone = std::ranges::any_of(paragraphs, [](const Paragraph& one) { return is_document_end(one.text); });
  for (Paragraph paragraph : paragraphs) {
    // Some files have the end on the line of what precedes it.
    const bool ends_here = !alone && paragraph.text.ends_with(kEnd);
    if (ends_here) {
      paragraph.text.resize(paragraph.text.size() - kEnd.size());
      article.push_back(paragraph);
    }
    if (ends_here || is_document_end(paragraph.text)) {
      finish();
    } else if (!lines::flattened(paragraph.text).empty()) {
      article.push_back(paragraph);
    }
  }
  finish();
  return found;
}

}  // namespace nutgraf::read::press
