// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/text/publication_lines.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "indexer/read/html/byline.h"
#include "indexer/read/html/date_line.h"
#include "indexer/read/lines/line_signs.h"
#include "indexer/read/text/first_line.h"
#include "indexer/read/text/text_head.h"

namespace nutgraf::read::text {
namespace {

constexpr std::size_t kMostLines = 5;     // with the title
constexpr std::size_t kLongestLine = 70;  // characters

/// What a line above a text is.
enum class LineKind : std::uint8_t { Date, Names, Short, Other };

LineKind kind_of(std::string_view line, std::string_view language) {
  constexpr std::ptrdiff_t kMostBlanks = 3;
  if (utf8::count(line) > kLongestLine || lines::holds_sentence_end(line)) {
    return LineKind::Other;
  }
  const std::ptrdiff_t blanks = std::ranges::count(line, ' ');
  const bool sentence = html::has_sentence_words(line);
  const std::vector<std::string> names = html::names_in_line(line);
  if (html::date_in_line(line, language)) {
    return !sentence || !names.empty() ? LineKind::Date : LineKind::Other;
  }
  const bool plain = line.find_first_of(".!?:;,") == std::string_view::npos;
  const bool name = plain && (!names.empty() || (html::is_full_name(line) && !line.starts_with("The ")));
  return name ? LineKind::Names : plain && blanks <= kMostBlanks && !sentence ? LineKind::Short : LineKind::Other;
}

/// The lines before the first empty one; none where there are too many of them, or nothing behind them. `text` moves
/// behind them.
std::vector<std::string_view> take_block(std::string_view& text) {
  std::vector<std::string_view> block;
  std::string_view rest = text;
  for (std::string_view line = ascii::trimmed(first_line(rest)); !line.empty();
       line = ascii::trimmed(first_line(rest))) {
    block.push_back(line);
    rest = behind_line(rest);
    if (block.size() > kMostLines) {
      return {};
    }
  }
  if (ascii::trimmed(rest).empty()) {
    return {};
  }
  text = rest;
  return block;
}

/// The line with a date is one of `block`.
void read_date(const std::vector<std::string_view>& block, ArticleRecord& record) {
  const auto dated = std::ranges::find_if(
      block, [&](std::string_view line) { return kind_of(line, record.language) == LineKind::Date; });
  if (const auto date = html::date_in_line(*dated, record.language)) {
    record.date_source = "head";
    record.date = to_string(*date);
    record.time = date->time;
  }
}

void read_authors(const std::vector<std::string_view>& block, ArticleRecord& record) {
  for (const std::string_view line : block) {
    if (!record.authors.empty()) {
      return;
    }
    record.authors = html::names_in_line(line);
    if (record.authors.empty() && kind_of(line, record.language) == LineKind::Names) {
      record.authors = {std::string(line)};
    }
  }
}

}  // namespace

void read_publication_lines(std::string_view& text, Article& article) {
  ArticleRecord& record = article.record;
  std::string_view rest = text;
  std::vector<std::string_view> block = take_block(rest);
  std::string title;
  if (record.title.empty() && block.size() > 1) {
    // As if an empty line followed it.
    const bool may_be = kind_of(block.front(), record.language) != LineKind::Date &&
                        html::names_in_line(block.front()).empty() && is_title(block.front(), "\n\nText");
    title = may_be ? std::string(block.front()) : std::string();
    block.erase(block.begin());
  }
  const auto is_kind = [&](LineKind kind) {
    return [&record, kind](std::string_view line) { return kind_of(line, record.language) == kind; };
  };
  const bool dated = std::ranges::any_of(block, is_kind(LineKind::Date));
  const bool headless = record.title.empty() && title.empty();
  if (!dated || headless || std::ranges::any_of(block, is_kind(LineKind::Other))) {
    return;
  }
  text = record.title.empty() ? behind_line(text) : text;
  record.title = record.title.empty() ? title : record.title;
  read_date(block, record);
  read_authors(block, record);
}

}  // namespace nutgraf::read::text
