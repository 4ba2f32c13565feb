// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/press/nexis_head.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/dates/months.h"
#include "indexer/read/html/byline.h"
#include "indexer/read/lines/flattened.h"
#include "indexer/read/press/written_day.h"

namespace nutgraf::read::press {
namespace {

/// A line of the head, or a paragraph of it where that is not centred.
struct Item {
  std::string text;
  std::size_t paragraph = 0;
  Alignment alignment = Alignment::Left;
};

void cut_into_items(const Paragraph& paragraph, std::size_t number, std::vector<Item>& items) {
  std::string_view rest = paragraph.text;
  const bool by_line = paragraph.alignment == Alignment::Center;
  while (!rest.empty()) {
    const std::size_t end = by_line ? std::min(rest.find('\n'), rest.size()) : rest.size();
    std::string text = lines::flattened(rest.substr(0, end));
    if (!text.empty()) {
      items.push_back({std::move(text), number, paragraph.alignment});
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

void take_copyright(std::vector<Item>& items, ArticleRecord& record) {
  std::string copyright;
  std::erase_if(items, [&](const Item& item) {
    if (!is_copyright(item.text)) {
      return false;
    }
    copyright.append(copyright.empty() ? "" : " ").append(item.text);
    return true;
  });
  add_metadata(record, "copyright", copyright);
}

struct Dated {
  std::size_t item;
  dates::WrittenDate date;
};

/// Whether the first word is a number, a month or a day of the week.
bool begins_as_date(std::string_view text, std::string_view language) {
  const auto end = std::ranges::find_if_not(text, ascii::is_word_byte);
  const std::string_view word = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  return !word.empty() &&
         (ascii::is_digit(word[0]) || dates::month_number(word, language) > 0 || dates::is_weekday(word));
}

/// The item that dates the article. Centred ones come first, and those that begin with a date: a title may hold one
/// too. A day comes before a month.
std::optional<Dated> find_dated(const std::vector<Item>& items, std::string_view language) {
  const bool any_centred =
      std::ranges::any_of(items, [](const Item& item) { return item.alignment == Alignment::Center; });
  std::optional<Dated> day_inside;
  std::optional<Dated> month;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto date =
        any_centred && items[i].alignment == Alignment::Left ? std::nullopt : find_date(items[i].text, language);
    if (!date) {
      continue;
    }
    const bool day = date->precision == dates::Precision::Day;
    if (day && begins_as_date(items[i].text, language)) {
      return Dated{i, *date};
    }
    std::optional<Dated>& place = day ? day_inside : month;
    place = place ? place : Dated{i, *date};
  }
  return day_inside ? day_inside : month;
}

/// Takes an item out.
std::string taken(std::vector<Item>& items, std::size_t place) {
  std::string text = std::move(items[place].text);
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(place));
  return text;
}

/// What a line says behind its day, but for the day of the week: "Regional Edition" of "April 2, 2007 Monday, Regional
/// Edition".
std::string behind_day(std::string_view line) {
  constexpr std::string_view kDigits = "0123456789";
  constexpr std::string_view kBetween = " ,;.-";
  constexpr std::size_t kYear = 4;
  std::size_t stop = 0;
  for (bool year = false; !year && stop < line.size();) {
    const std::size_t at = std::min(line.find_first_of(kDigits, stop), line.size());
    stop = std::min(line.find_first_not_of(kDigits, at), line.size());
    year = stop - at == kYear;
  }
  std::string_view rest = line.substr(stop);
  rest.remove_prefix(std::min(rest.find_first_not_of(kBetween), rest.size()));
  const std::string_view word = rest.substr(0, rest.find_first_of(kBetween));
  if (dates::is_weekday(word)) {
    rest.remove_prefix(word.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(kBetween), rest.size()));
  }
  return rest.empty() || !ascii::is_ascii(rest[0]) ? std::string() : std::string(rest);
}

/// Removes the line of the date and those of its paragraph below it; answers where the items behind it begin.
std::size_t take_date(std::vector<Item>& items, const Dated& dated, FoundArticle& found) {
  set_date(found, items[dated.item].text, dated.date);
  std::string edition = behind_day(items[dated.item].text);
  if (!edition.empty() && ascii::is_digit(edition[0]) && !found.article.record.time.empty()) {
    edition.clear();  // the time
  }
  const std::size_t paragraph = items[dated.item].paragraph;
  static_cast<void>(taken(items, dated.item));
  while (dated.item < items.size() && items[dated.item].paragraph == paragraph) {
    edition.append(edition.empty() ? "" : " ").append(taken(items, dated.item));
  }
  add_metadata(found.article.record, "edition", edition);
  return dated.item;
}

/// Where the title is among items that may be centred, `behind` being the first one below the date.
std::size_t title_place(const std::vector<Item>& items, std::size_t behind) {
  const auto first = items.begin() + static_cast<std::ptrdiff_t>(std::min(behind, items.size()));
  const auto is_left = [](const Item& item) { return item.alignment == Alignment::Left; };
  auto left = std::find_if(first, items.end(), is_left);
  // Between the source and the day stands a title; what is below the day then is another line.
  if (left == items.end() || std::any_of(items.begin(), first, is_left)) {
    left = std::find_if(items.begin(), items.end(), is_left);
  }
  const bool centred = std::ranges::any_of(items, [&](const Item& item) { return !is_left(item); });
  return centred && left != items.end() ? static_cast<std::size_t>(left - items.begin()) : behind;
}

/// Above the day stand the source, or title and source; `behind` stays the place of the first item below the day.
void take_title(std::vector<Item>& items, std::size_t& behind, ArticleRecord& record) {
  const bool centred = std::ranges::any_of(items, [](const Item& item) { return item.alignment == Alignment::Center; });
  const std::size_t place = behind >= 2 && !centred ? 0 : title_place(items, behind);
  if (place < items.size()) {
    record.title = taken(items, place);
    behind -= place < behind ? 1U : 0U;
  }
}

}  // namespace

bool is_copyright(std::string_view line) {
  constexpr auto kBegins = std::to_array<std::string_view>({"copyright", "copy 1", "copy 2", "©", "(c) 1", "(c) 2",
                                                            "all rights reserved", "alle rechte vorbehalten",
                                                            "tous droits r", "todos los derechos r", "alle rechten v"});
  const std::string begin = ascii::lowered(line.substr(0, 32));
  return std::ranges::any_of(kBegins, [&](std::string_view word) { return begin.starts_with(word); });
}

bool read_headed(std::span<const Paragraph> head, FoundArticle& found) {
  std::size_t source = head.size();
  while (source > 1 && (head[source - 1].alignment != Alignment::Center || head[source - 2].heading == 0)) {
    --source;
  }
  if (source < 2 || find_date(lines::flattened(head[source - 1].text))) {
    return false;
  }
  ArticleRecord& record = found.article.record;
  std::size_t title = source - 2;
  while (title > 0 && head[title - 1].heading > 0) {
    --title;
  }
  if (record.title.empty()) {
    for (const Paragraph& line : head.subspan(title, source - 1 - title)) {
      record.title.append(record.title.empty() ? "" : " ").append(lines::flattened(line.text));
    }
  }
  record.source = lines::flattened(head[source - 1].text);
  std::vector<Item> items;
  for (std::size_t i = source; i < head.size(); ++i) {
    cut_into_items(head[i], i, items);
  }
  take_copyright(items, record);
  if (const auto dated = find_dated(items, record.language)) {
    take_date(items, *dated, found);
  }
  std::string details;
  for (const Item& item : items) {
    details.append(details.empty() ? "" : "; ").append(item.text);
  }
  add_metadata(record, "details", details);
  return true;
}

std::vector<std::string> read_head(std::span<const Paragraph> head, FoundArticle& found) {
  ArticleRecord& record = found.article.record;
  std::vector<Item> items;
  for (std::size_t i = 0; i < head.size(); ++i) {
    cut_into_items(head[i], i, items);
  }
  take_copyright(items, record);
  std::size_t behind = items.empty() ? 0 : 1;
  if (const auto dated = find_dated(items, record.language)) {
    behind = take_date(items, *dated, found);
  }
  if (record.title.empty() && items.size() > 1) {
    take_title(items, behind, record);
  }
  if (behind > 0 && behind <= items.size()) {
    record.source = taken(items, behind - 1);
  }
  if (record.authors.empty() && items.size() == 1 && html::is_full_name(items[0].text)) {
    record.authors.push_back(taken(items, 0));
  }
  std::vector<std::string> rest;
  std::ranges::transform(items, std::back_inserter(rest), [](Item& item) { return std::move(item.text); });
  return rest;
}

}  // namespace nutgraf::read::press
