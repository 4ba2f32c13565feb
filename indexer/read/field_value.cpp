// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/field_value.h"

#include <algorithm>
#include <vector>

#include "core/base/ascii.h"
#include "indexer/read/dates/dates.h"
#include "indexer/read/people.h"
#include "indexer/read/stand_in_date.h"

namespace nutgraf::read {
namespace {

/// The text of a field that is one text; null for the others.
std::string* text_field(ArticleRecord& record, Field field) {
  switch (field) {
    case Field::Title:
      return &record.title;
    case Field::Source:
      return &record.source;
    case Field::Url:
      return &record.url;
    case Field::Section:
      return &record.section;
    case Field::Language:
      return &record.language;
    case Field::Authors:
    case Field::Tags:
    case Field::Date:
    case Field::Id:
    case Field::Text:
      return nullptr;
  }
  return nullptr;
}

/// The list of a field that is one; null for the others.
std::vector<std::string>* list_field(ArticleRecord& record, Field field) {
  return field == Field::Authors ? &record.authors : field == Field::Tags ? &record.tags : nullptr;
}

/// Whether words follow the date: "19 June 2023, by Ann Lee". Short ones belong to it ("Uhr", "г.").
bool says_more(std::string_view value, const dates::WrittenDate& date, std::string_view language) {
  constexpr std::size_t kMostLetters = 5;
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = value.find_first_of(" ,;|(", end + 1);
    if (dates::parse_date(value.substr(0, end), language) == date) {
      const std::string_view rest = value.substr(std::min(end, value.size()));
      return static_cast<std::size_t>(std::ranges::count_if(rest, ascii::is_letter)) > kMostLetters;
    }
  }
  return false;
}

}  // namespace

void set_field(ArticleRecord& record, Field field, const std::string& value, KeyPlan::Reach reach) {
  const bool all = reach == KeyPlan::Reach::All;
  if (std::string* const text = text_field(record, field); text != nullptr && (all || text->empty())) {
    *text = field == Field::Language ? language_code(value) : value;
    if (text->empty() && !value.empty()) {
      set_meta(record, "language", value, KeyPlan::Reach::Lacking);
    }
  }
  if (std::vector<std::string>* const list = list_field(record, field); list != nullptr && (all || list->empty())) {
    *list = field == Field::Authors ? split_authors(value) : split_tags(value);
  }
}

void set_sections(ArticleRecord& record, const std::vector<std::string>& sections) {
  for (const std::string& section : sections) {
    if (record.section.empty()) {
      record.section = section;
    } else if (section != record.section && std::ranges::find(record.tags, section) == record.tags.end()) {
      record.tags.push_back(section);
    }
  }
}

void set_meta(ArticleRecord& record, const std::string& name, const std::string& value, KeyPlan::Reach reach) {
  const auto is_it = [&](const auto& pair) { return pair.first == name; };
  if (reach == KeyPlan::Reach::All) {
    std::erase_if(record.meta, is_it);
  }
  if (std::ranges::none_of(record.meta, is_it)) {
    record.meta.emplace_back(name, value);
  }
}

void set_date(Article& article, const std::string& key, const std::string& value, std::string_view source) {
  ArticleRecord& record = article.record;
  const auto date = dates::parse_date(value, record.language);
  if (!date) {
    article.bad_date = record.date.empty() ? value : std::string();
    set_meta(record, key, value, KeyPlan::Reach::Lacking);
  } else if (record.date.empty()) {
    record.date = to_string(*date);
    record.time = date->time;
    record.date_source = std::string(source);
    article.bad_date.clear();
    if (says_more(value, *date, record.language)) {
      set_meta(record, key, value, KeyPlan::Reach::Lacking);
    }
  }
}

void complete(Article& article, const Article& from) {
  ArticleRecord& record = article.record;
  const ArticleRecord& other = from.record;
  const auto fill = [](auto& mine, const auto& its) {
    if (mine.empty()) {
      mine = its;
    }
  };
  fill(record.title, other.title);
  fill(record.source, other.source);
  fill(record.url, other.url);
  fill(record.authors, other.authors);
  fill(record.language, other.language);
  fill(record.section, other.section);
  fill(record.tags, other.tags);
  const bool stand_in = is_stand_in(record.date_source) && !other.date.empty() && !is_stand_in(other.date_source);
  if (record.date.empty() || stand_in) {
    record.date = other.date;
    record.time = other.time;
    record.date_source = other.date_source;
    fill(article.bad_date, from.bad_date);
    article.bad_date = record.date.empty() ? article.bad_date : std::string();
  }
  for (const auto& [name, value] : other.meta) {
    set_meta(record, name, value, KeyPlan::Reach::Lacking);
  }
}

}  // namespace nutgraf::read
