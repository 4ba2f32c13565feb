// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/text/text_head.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/dates/dates.h"
#include "indexer/read/lines/line_signs.h"
#include "indexer/read/text/first_line.h"
#include "indexer/read/text/front_matter.h"
#include "indexer/read/text/head_lines.h"
#include "indexer/read/text/publication_lines.h"

namespace nutgraf::read::text {
namespace {

std::string_view skip_blank_lines(std::string_view text) {
  while (!text.empty() && ascii::trimmed(first_line(text)).empty()) {
    text = behind_line(text);
  }
  return text;
}

void set_scraped_date(ArticleRecord& record, const dates::WrittenDate& date) {
  record.date = to_string(date);
  record.time = date.time;
  record.date_source = "head";
}

/// " date 2023-06-19 " at the very beginning, as scrapers write it before the page's text.
bool take_scraped_date(std::string_view& text, ArticleRecord& record) {
  constexpr std::string_view kWord = "date ";
  constexpr std::size_t kDay = 10;
  const std::string_view rest = text.substr(std::min(text.find_first_not_of(" \t\n"), text.size()));
  if (!rest.starts_with(kWord)) {
    return false;
  }
  const std::string_view behind = rest.substr(std::min(rest.find_first_not_of(' ', kWord.size()), rest.size()));
  const bool ends_there = behind.size() == kDay || (behind.size() > kDay && ascii::is_space(behind[kDay]));
  const auto date = ends_there ? dates::parse_date(behind.substr(0, kDay)) : std::nullopt;
  if (!date) {
    return false;
  }
  set_scraped_date(record, *date);
  text = behind.substr(kDay);
  return true;
}

bool ends_as_text(std::string_view line) {
  constexpr std::array<std::string_view, 9> kEnds = {".", ",", ";", ":", "。", "，", "、", "：", "-"};
  return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return line.ends_with(end); }) &&
         !line.ends_with("...");
}

/// "=====" or "-----" under a title, as Markdown and people underline one.
bool is_underline(std::string_view line) {
  constexpr std::size_t kShortest = 3;
  line = ascii::trimmed(line);
  return line.size() >= kShortest && (line.front() == '=' || line.front() == '-') &&
         line.find_first_not_of(line.front()) == std::string_view::npos;
}

bool take_title(std::string_view& text, ArticleRecord& record) {
  std::string_view line = ascii::trimmed(first_line(text));
  std::string_view below = behind_line(text);
  if (is_underline(first_line(below)) && is_title(line, "\n\nText") && !ascii::trimmed(behind_line(below)).empty()) {
    record.title = std::string(line);
    below = behind_line(below);
  } else if (line.starts_with("# ") && !ascii::trimmed(below).empty()) {
    record.title = std::string(ascii::trimmed(line.substr(2)));
  } else if (is_title(line, below)) {
    record.title = std::string(line);
  } else {
    return false;
  }
  text = below;
  return true;
}

bool begins_with_markup(std::string_view line) {
  return line.find_first_of("<{|[*->`=#") == 0 || line.find("{{") != std::string_view::npos ||
         line.find("://") != std::string_view::npos;
}

/// "29." or "29.\tMadam": numbered paragraphs.
bool begins_with_number(std::string_view line) {
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits > 0 && line.substr(digits).starts_with('.') &&
         (line.size() == digits + 1 || !ascii::is_digit(line[digits + 1]));
}

bool holds_letters(std::string_view line) {
  return std::any_of(line.begin(), line.end(), ascii::is_letter) ||
         utf8::count(line) < line.size() - 1;  // scripts of two bytes a letter and more
}

}  // namespace

bool is_title(std::string_view line, std::string_view below) {
  constexpr std::size_t kMostCharacters = 120;
  constexpr std::ptrdiff_t kMostBlanks = 19;
  if (!holds_letters(line) || begins_with_markup(line) || ends_as_text(line) || ascii::trimmed(below).empty()) {
    return false;
  }
  if (lines::ends_unfinished(line) || lines::holds_sentence_end(line) || begins_with_number(line)) {
    return false;
  }
  const std::size_t characters = utf8::count(line);
  if (characters > kMostCharacters || std::count(line.begin(), line.end(), ' ') > kMostBlanks) {
    return false;
  }
  const std::string_view next = ascii::trimmed(first_line(below));
  if (next.empty()) {
    const std::string_view first = ascii::trimmed(below);
    return first.starts_with('(') || !lines::begins_lower(first);  // "(after extra time)" goes on with nothing
  }
  constexpr std::size_t kParagraph = 150;
  return utf8::count(next) >= std::max(kParagraph, 2 * characters) && !lines::begins_lower(next);
}

std::string_view read_head(std::string_view text, Article& article) {
  ArticleRecord& record = article.record;
  const bool scraped = take_scraped_date(text, record);
  // What is on the line of a scraped date is the page's clutter, not a title.
  if (scraped && !ascii::trimmed(first_line(text)).empty()) {
    return text;
  }
  text = skip_blank_lines(text);
  if (!take_front_matter(text, article)) {
    take_head_lines(text, article);
  }
  text = skip_blank_lines(text);
  if (record.title.empty() && take_title(text, record)) {
    text = skip_blank_lines(text);
    take_head_lines(text, article);
  }
  text = skip_blank_lines(text);
  if (record.date.empty()) {
    read_publication_lines(text, article);
  }
  return skip_blank_lines(text);
}

}  // namespace nutgraf::read::text
