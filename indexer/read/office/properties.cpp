// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/office/properties.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/page_marks.h"
#include "indexer/read/dates/dates.h"
#include "indexer/read/html/byline.h"
#include "indexer/read/html/date_line.h"
#include "indexer/read/lines/line_signs.h"
#include "indexer/read/people.h"
#include "indexer/read/press/unread_export.h"
#include "indexer/read/stand_in_date.h"
#include "indexer/read/text/text_head.h"

namespace nutgraf::read::office {
namespace {

/// How many paragraphs of a text may be its head.
constexpr std::size_t kHead = 6;
constexpr std::size_t kLongestTitle = 300;  // bytes

constexpr auto kPrograms = std::to_array<std::string_view>(
    {"python-docx", "apache poi", "microsoft", "libreoffice", "openoffice", "adobe", "acrobat", "latex", "pandoc",
     "scanner", "canon", "quarkxpress", "indesign", "wkhtmltopdf", "calibre"});

bool holds_program(std::string_view text) {
  const std::string lowered = ascii::lowered(text);
  return std::ranges::any_of(kPrograms, [&](std::string_view name) { return lowered.find(name) != std::string::npos; });
}

std::string one_line(std::string_view text) {
  std::string line = tidy_lines(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

/// Which paragraph is the title.
std::optional<std::size_t> title_place(const std::vector<Paragraph>& paragraphs, const std::string& property) {
  const std::size_t head = std::min(paragraphs.size(), kHead);
  for (std::size_t i = 0; i < head; ++i) {
    if (paragraphs[i].style.role == Role::Title && paragraphs[i].text.size() <= kLongestTitle) {
      return i;
    }
  }
  const std::string called = ascii::lowered(property);
  for (std::size_t i = 0; i < head && !called.empty(); ++i) {
    if (ascii::lowered(one_line(paragraphs[i].text)) == called) {
      return i;
    }
  }
  const bool heading =
      head > 0 && paragraphs[0].style.role == Role::Heading && paragraphs[0].text.size() <= kLongestTitle;
  return heading ? std::optional<std::size_t>(0) : std::nullopt;
}

/// "Date: 19 June 2023" as a paragraph of its own.
bool is_key_line(const Paragraph& paragraph) {
  constexpr std::size_t kLongestKey = 20;
  const std::size_t colon = paragraph.text.find(": ");
  return colon <= kLongestKey && paragraph.text.find('\n') == std::string::npos;
}

/// Paragraphs on pages after the first are marked.
std::string text_of(const std::vector<Paragraph>& paragraphs, std::uint32_t first_page) {
  std::string text;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const bool in_head = i > 0 && i < kHead && is_key_line(paragraphs[i - 1]) && is_key_line(paragraphs[i]);
    text += i == 0 ? "" : in_head ? "\n" : "\n\n";
    if (paragraphs[i].page != first_page) {
      insert_page_mark(text, text.size(), paragraphs[i].page);
    }
    text += paragraphs[i].text;
  }
  return text;
}

/// The lines of a paragraph that may say who wrote and when. A byline and a date under each other may be one
/// paragraph; sentences are none.
std::vector<std::string_view> head_lines(std::string_view text) {
  constexpr std::size_t kLongest = 100;
  constexpr std::ptrdiff_t kMost = 4;
  std::vector<std::string_view> found;
  const bool several = text.find('\n') != std::string_view::npos;
  if (several && (std::ranges::count(text, '\n') >= kMost || lines::may_end_paragraph(text))) {
    return found;
  }
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (line.size() > kLongest || (several && lines::begins_lower(line))) {
      return {};
    }
    found.push_back(line);
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return found;
}

void take_date(ArticleRecord& record, const dates::WrittenDate& date) {
  record.date = to_string(date);
  record.time = date.time;
  record.date_source = "head";
}

/// A date and names that stand alone in the first lines.
void read_first_lines(const std::vector<Paragraph>& paragraphs, ArticleRecord& record) {
  for (std::size_t i = 0; i < std::min(paragraphs.size(), kHead); ++i) {
    for (const std::string_view line : head_lines(paragraphs[i].text)) {
      const auto date = record.date.empty() ? html::date_in_line(line, record.language) : std::nullopt;
      if (date) {
        take_date(record, *date);
      }
      if (record.authors.empty()) {
        record.authors = html::names_in_line(line);
      }
    }
  }
}

/// A name that stands alone where a byline does.
void read_bylines(const std::vector<Paragraph>& paragraphs, ArticleRecord& record) {
  const bool known = !record.authors.empty();
  for (const Paragraph& paragraph : paragraphs) {
    if (!known && paragraph.style.role == Role::Byline) {
      record.authors.push_back(one_line(paragraph.text.substr(0, paragraph.text.find('\n'))));
    }
  }
}

/// The day of the paper in its running heads. A day with a time there is that of printing.
void read_running_heads(const std::vector<std::string>& heads, ArticleRecord& record) {
  for (const std::string& head : heads) {
    const auto date = record.date.empty() ? html::date_in_line(head, record.language) : std::nullopt;
    if (date && date->time.empty()) {
      take_date(record, *date);
    }
  }
}

void add_properties(ArticleRecord& record, const Properties& properties) {
  if (record.authors.empty() && is_author(properties.author)) {
    record.authors = split_authors(one_line(properties.author));
  }
  const auto created = dates::parse_date(properties.created);
  if (record.date.empty() && created && html::is_likely(*created) && !holds_program(properties.author)) {
    record.date = to_string(*created);
    record.time = created->time;
    record.date_source = std::string(kCreatedDate);
  }
  record.source = record.source.empty() ? properties.source : record.source;
  record.section = record.section.empty() ? one_line(properties.section) : record.section;
  record.tags = split_tags(one_line(properties.keywords));
  for (const auto& [key, value] : {std::pair{"description", one_line(properties.description)},
                                   std::pair{"modified", one_line(properties.modified)}}) {
    if (!value.empty()) {
      record.meta.emplace_back(key, value);
    }
  }
}

}  // namespace

bool is_author(std::string_view name) {
  constexpr auto kAccounts =
      std::to_array<std::string_view>({"user", "admin", "administrator", "author", "owner", "unknown", "windows user",
                                       "anonymous", "guest", "root", "customer", "default", "none", "-", "."});
  const std::string lowered = ascii::lowered(ascii::trimmed(name));
  const bool path = lowered.find_first_of("\\@/") != std::string::npos;
  return !lowered.empty() && !path && !holds_program(lowered) &&
         std::ranges::find(kAccounts, lowered) == kAccounts.end();
}

bool is_title_property(std::string_view title) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"untitled", "document", "title", "unknown", "none", "slide 1",
                                       "powerpoint presentation", "word document", "no title"});
  constexpr auto kFiles = std::to_array<std::string_view>({".doc",  ".docx", ".dotx", ".rtf", ".odt",   ".pdf", ".indd",
                                                           ".qxd",  ".qxp",  ".pmd",  ".txt", ".tex",   ".dvi", ".fm",
                                                           ".html", ".htm",  ".xls",  ".ppt", ".pages", ".eps", ".ps"});
  const std::string lowered = ascii::lowered(ascii::trimmed(title));
  const auto ends = [&](std::string_view end) { return lowered.ends_with(end); };
  const bool letters = std::ranges::any_of(lowered, [](char c) { return ascii::is_letter(c) || !ascii::is_ascii(c); });
  const bool one_name =
      lowered.find(' ') == std::string::npos && lowered.find_first_of("_\\/0123456789") != std::string::npos;
  return letters && lowered.size() <= kLongestTitle && !lowered.starts_with("untitled") &&
         !lowered.starts_with("microsoft word") && !lowered.starts_with("file:") && !lowered.starts_with("http") &&
         !one_name && std::ranges::none_of(kFiles, ends) && std::ranges::find(kNames, lowered) == kNames.end();
}

std::vector<FoundArticle> article_of(std::vector<Paragraph> paragraphs, const Properties& properties) {
  FoundArticle found;
  Article& article = found.article;
  ArticleRecord& record = article.record;
  record.language = language_code(properties.language);
  record.origin.page = paragraphs.empty() ? 0 : paragraphs.front().page;
  const std::string called = is_title_property(properties.title) ? one_line(properties.title) : std::string();
  const auto place = paragraphs.size() > 1 ? title_place(paragraphs, called) : std::nullopt;
  if (place) {
    record.title = one_line(paragraphs[*place].text);
    paragraphs.erase(paragraphs.begin() + static_cast<std::ptrdiff_t>(*place));
  } else if (paragraphs.empty() || ascii::lowered(one_line(paragraphs[0].text)) != ascii::lowered(called)) {
    record.title = called;
  }
  const std::string text = text_of(paragraphs, record.origin.page);
  press::refuse_unread_export(text);
  article.text = std::string(ascii::trimmed(text::read_head(text, article)));
  if (article.text.empty() && record.title.empty()) {
    return {};
  }
  read_first_lines(paragraphs, record);
  read_bylines(paragraphs, record);
  read_running_heads(properties.running_heads, record);
  if (!record.date.empty()) {
    article.bad_date.clear();
  }
  add_properties(record, properties);
  std::vector<FoundArticle> all;
  all.push_back(std::move(found));
  return all;
}

}  // namespace nutgraf::read::office
