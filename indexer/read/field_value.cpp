// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/field_value.h"

#include <algorithm>
#include <vector>

#include "indexer/read/dates/dates.h"
#include "indexer/read/people.h"

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

}  // namespace

void set_field(ArticleRecord& record, Field field, const std::string& value, KeyPlan::Reach reach) {
  const bool all = reach == KeyPlan::Reach::All;
  if (std::string* const text = text_field(record, field); text != nullptr && (all || text->empty())) {
    *text = field == Field::Language ? language_code(value) : value;
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

bool set_date(ArticleRecord& record, const std::string& value, const char* source) {
  const auto date = dates::parse_date(value, record.language);
  if (date && record.date.empty()) {
    record.date = to_string(*date);
    record.time = date->time;
    record.date_source = source;
  }
  return date.has_value();
}

void complete(ArticleRecord& record, const ArticleRecord& other) {
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
  if (record.date.empty() && !other.date.empty()) {
    record.date = other.date;
    record.time = other.time;
    record.date_source = other.date_source;
  }
  for (const auto& [name, value] : other.meta) {
    set_meta(record, name, value, KeyPlan::Reach::Lacking);
  }
}

}  // namespace nutgraf::read
