// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "indexer/read/ascii.h"
#include "indexer/read/json_value.h"
#include "indexer/read/paragraphs.h"
#include "indexer/read/people.h"

namespace nutgraf::read {
namespace {

/// The value that a field takes, so far.
struct Choice {
  std::optional<Value> value;
  std::size_t place = 0;  // of its key in the object
  int rank = 0;           // lower wins
};
using Choices = std::array<Choice, kFieldCount>;

// A date that cannot be read still beats none: it is reported. But any that can be read comes first.
constexpr int kLastResort = 10'000;
constexpr std::size_t kNested = static_cast<std::size_t>(-1);  // place of a mapped value inside another

std::size_t index_of(Field field) {
  return static_cast<std::size_t>(field);
}

int rank_of(Field field, Value value, int rank) {
  return field == Field::Date && !as_date(value) ? rank + kLastResort : rank;
}

void offer(Choice& choice, const Choice& other) {
  if (!choice.value || other.rank < choice.rank) {
    choice = other;
  }
}

std::optional<Value> find_path(simdjson::dom::object object, const KeyPlan::Mapped& mapped) {
  Value value;
  // A key may hold full stops itself.
  if (object.at_key(mapped.key).get(value) == simdjson::SUCCESS) {
    return value;
  }
  for (std::size_t step = 0; step < mapped.path.size(); ++step) {
    const bool inside = step == 0 || value.get(object) == simdjson::SUCCESS;
    if (!inside || object.at_key(mapped.path[step]).get(value) != simdjson::SUCCESS) {
      return std::nullopt;
    }
  }
  return value;
}

std::string one_line(std::string text) {
  clean_lines(text);
  std::string line;
  for (const char c : trim(text)) {
    const bool blank = is_blank(c);
    if (!blank || (!line.empty() && line.back() != ' ')) {
      line += blank ? ' ' : c;
    }
  }
  return line;
}

std::vector<std::string> authors_of(Value value) {
  return value.is_string() ? split_authors(as_text(value)) : as_list(value);
}

std::vector<std::string> tags_of(Value value) {
  return value.is_string() ? split_tags(as_text(value)) : as_list(value);
}

void fill_field(FilledRecord& filled, Field field, Value value) {
  ArticleRecord& record = filled.article.record;
  switch (field) {
    case Field::Id:
      record.id = std::string(trim(as_text(value)));
      break;
    case Field::Title:
      record.title = one_line(as_text(value));
      break;
    case Field::Text: {
      std::string text = as_long_text(value);
      clean_lines(text);
      filled.article.text = lay_out_paragraphs(text);
      break;
    }
    case Field::Date:
      if (const auto date = as_date(value)) {
        record.date = to_string(*date);
        record.time = date->time;
        record.date_source = "record";
      } else {
        filled.bad_date = as_meta(value);
      }
      break;
    case Field::Source:
      record.source = one_line(as_text(value));
      break;
    case Field::Url:
      record.url = std::string(trim(as_text(value)));
      break;
    case Field::Language:
      record.language = language_code(as_text(value));
      break;
    case Field::Authors:
      record.authors = authors_of(value);
      break;
    case Field::Section:
      record.section = one_line(as_text(value));
      break;
    case Field::Tags:
      record.tags = tags_of(value);
      break;
  }
}

Choices choose_automatically(simdjson::dom::object object, const KeyPlan& keys) {
  Choices choices;
  std::size_t place = 0;
  for (const auto [key, value] : object) {
    const auto automatic = automatic_key(key);
    if (automatic && !keys.is_mapped(automatic->field) && !is_nothing(value)) {
      offer(choices[index_of(automatic->field)], {value, place, rank_of(automatic->field, value, automatic->rank)});
    }
    ++place;
  }
  return choices;
}

/// Where `key` stands in `object`; kNested where it does not.
std::size_t place_of(simdjson::dom::object object, std::string_view key) {
  std::size_t place = 0;
  for (const auto field : object) {
    if (field.key == key) {
      return place;
    }
    ++place;
  }
  return kNested;
}

std::string key_list(simdjson::dom::object object) {
  constexpr std::size_t kMost = 8;
  std::string list;
  std::size_t count = 0;
  for (const auto field : object) {
    if (++count > kMost) {
      return list + ", ...";
    }
    list.append(list.empty() ? "" : ", ").append(field.key);
  }
  return list;
}

std::string why_no_text(simdjson::dom::object object, const KeyPlan& keys) {
  for (const auto field : object) {
    const auto automatic = automatic_key(field.key);
    if (automatic && automatic->field == Field::Text) {
      return "no text: its text is empty and it has no title";
    }
  }
  if (keys.is_mapped(Field::Text)) {
    return fmt::format("no text: the key given with --map is not in it (its keys: {})", key_list(object));
  }
  return object.size() == 0
             ? std::string("no text: the record is empty")
             : fmt::format("no text: name the key of the text with --map text=KEY (its keys: {})", key_list(object));
}

/// An object inside a record of which a field took a part: its other parts are metadata one by one.
void add_parts(ArticleRecord& record, std::string_view key, simdjson::dom::object object, const KeyPlan& keys) {
  for (const auto field : object) {
    const std::string name = fmt::format("{}.{}", key, field.key);
    const bool taken =
        std::any_of(keys.map.begin(), keys.map.end(), [&](const auto& mapped) { return mapped.key == name; });
    if (!taken && !is_nothing(field.value)) {
      record.meta.emplace_back(name, as_meta(field.value));
    }
  }
}

/// Which keys of a record have served.
struct Used {
  std::set<std::size_t> places;
  std::set<std::string_view> opened;  // keys of objects that a mapped value was taken out of
};

Used choose_mapped(simdjson::dom::object object, const KeyPlan& keys, Choices& choices, FilledRecord& filled) {
  Used used;
  for (const KeyPlan::Mapped& mapped : keys.map) {
    const auto value = find_path(object, mapped);
    if (!value || is_nothing(*value)) {
      continue;
    }
    const std::size_t place = place_of(object, mapped.key);
    used.places.insert(place);
    if (place == kNested) {
      used.opened.insert(mapped.path.front());
    }
    if (mapped.target.field) {
      offer(choices[index_of(*mapped.target.field)], {value, place, rank_of(*mapped.target.field, *value, 0)});
    } else {
      filled.article.record.meta.emplace_back(mapped.target.meta, as_meta(*value));
    }
  }
  return used;
}

void fill_fields(const Choices& choices, FilledRecord& filled, Used& used) {
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    if (!choices[field].value) {
      continue;
    }
    fill_field(filled, static_cast<Field>(field), *choices[field].value);
    // A date that could not be read stays as metadata.
    if (field != index_of(Field::Date) || filled.bad_date.empty()) {
      used.places.insert(choices[field].place);
    }
  }
}

void add_metadata(simdjson::dom::object object, const KeyPlan& keys, const Used& used, ArticleRecord& record) {
  std::size_t place = 0;
  for (const auto [key, value] : object) {
    simdjson::dom::object inner;
    if (used.opened.contains(key) && value.get(inner) == simdjson::SUCCESS) {
      add_parts(record, key, inner, keys);
    } else if (!used.places.contains(place) && !is_nothing(value)) {
      record.meta.emplace_back(key, as_meta(value));
    }
    ++place;
  }
}

}  // namespace

FilledRecord read_record(simdjson::dom::object object, const KeyPlan& keys) {
  FilledRecord filled;
  Choices choices = choose_automatically(object, keys);
  Used used = choose_mapped(object, keys, choices, filled);
  fill_fields(choices, filled, used);
  add_metadata(object, keys, used, filled.article.record);
  if (filled.article.text.empty() && filled.article.record.title.empty()) {
    filled.why_no_text = why_no_text(object, keys);
  }
  return filled;
}

std::optional<simdjson::dom::array> wrapped_records(simdjson::dom::object object, const KeyPlan& keys) {
  constexpr std::array<std::string_view, 10> kWrappers = {"articles", "items",   "data",    "results", "documents",
                                                          "docs",     "records", "stories", "rows",    "hits"};
  if (!keys.is_mapped(Field::Text) && choose_automatically(object, keys)[index_of(Field::Text)].value) {
    return std::nullopt;
  }
  for (const std::string_view key : kWrappers) {
    simdjson::dom::array array;
    if (object.at_key(key).get(array) == simdjson::SUCCESS && array.size() > 0 && array.at(0).is_object()) {
      return array;
    }
  }
  return std::nullopt;
}

}  // namespace nutgraf::read
