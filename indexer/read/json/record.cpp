// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json/record.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "core/base/ascii.h"
#include "indexer/read/field_value.h"
#include "indexer/read/json/choice.h"
#include "indexer/read/json/exported_record.h"
#include "indexer/read/json/lookup.h"
#include "indexer/read/json/names.h"
#include "indexer/read/json/prose.h"
#include "indexer/read/json/social_post.h"
#include "indexer/read/json/value.h"
#include "indexer/read/people.h"

namespace nutgraf::read::json {
namespace {

Value first_of(std::span<const Value> values) {
  const std::vector<Value> elements = elements_of(values);
  return elements.empty() ? values.front() : elements.front();
}

/// What a field of one value left of several is metadata.
void keep_further(FilledRecord& filled, Field field, const Choice& choice) {
  const std::vector<Value> elements = elements_of(choice.values);
  // Objects are the pieces of one text.
  const bool pieces = std::ranges::any_of(elements, [](Value element) { return element.is_object(); });
  if (elements.size() > 1 && !(field == Field::Title && pieces)) {
    const std::string key =
        choice.holder.empty() ? std::string(choice.key) : fmt::format("{}.{}", choice.holder, choice.member);
    filled.article.record.meta.emplace_back(key, as_meta(std::span(elements).subspan(1)));
  }
}

bool takes_one(Field field) {
  switch (field) {
    case Field::Id:
    case Field::Title:
    case Field::Source:
    case Field::Url:
    case Field::Language:
      return true;
    case Field::Text:
    case Field::Date:
    case Field::Authors:
    case Field::Section:
    case Field::Tags:
      return false;
  }
  return false;
}

void fill_date(FilledRecord& filled, const Choice& choice, std::string_view language) {
  ArticleRecord& record = filled.article.record;
  const auto date = as_date(choice.values.front(), language);
  if (!date) {
    filled.article.bad_date = as_meta(choice.values.front());
    return;
  }
  record.date = to_string(*date);
  record.time = date->time;
  record.date_source = choice.standing == Standing::Own ? "record" : kCrawlDate;
}

void fill_field(FilledRecord& filled, Field field, const Choices& choices, ReferenceDecoder& decoder) {
  ArticleRecord& record = filled.article.record;
  const Choice& choice = choices.of(field);
  const Value value = first_of(choice.values);
  switch (field) {
    case Field::Id:
      record.id = std::string(ascii::trimmed(as_text(value)));
      break;
    case Field::Title:
      record.title = title_of(choice.values.front(), choice.key, choices.language, decoder);
      break;
    case Field::Text:
      filled.article.text = text_of(choice.values, choice.key, choices.language, decoder);
      break;
    case Field::Date:
      fill_date(filled, choice, choices.language);
      break;
    case Field::Source:
      record.source = name_of(value, decoder);
      break;
    case Field::Url:
      record.url = std::string(ascii::trimmed(as_text(value)));
      break;
    case Field::Language:
      record.language = language_code(as_text(value));
      break;
    case Field::Authors:
      record.authors = authors_of(choice.values, decoder);
      break;
    case Field::Section:
      // Sections beyond the first are tags.
      set_sections(record, sections_of(choice.values, decoder));
      break;
    case Field::Tags:
      // Sections beyond the first follow.
      set_sections(record, std::exchange(record.tags, tags_of(choice.values, decoder)));
      break;
  }
}

/// Objects and lists in which a field found no name are not lost: they are metadata.
bool found_no_name(const ArticleRecord& record, Field field, std::span<const Value> values) {
  const bool is_empty =
      (field == Field::Source && record.source.empty()) || (field == Field::Authors && record.authors.empty()) ||
      (field == Field::Section && record.section.empty()) || (field == Field::Tags && record.tags.empty());
  return is_empty && std::ranges::any_of(values, [](Value value) { return value.is_object() || value.is_array(); });
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

/// Which values of a record have served.
struct Used {
  std::set<std::size_t> places;
  std::set<std::string_view> holders;  // keys of objects that a value was taken out of
  std::set<std::pair<std::string_view, std::string_view>> members;

  void add(const Choice& choice) {
    places.insert(choice.place);
    if (!choice.holder.empty()) {
      holders.insert(choice.holder);
      members.emplace(choice.holder, choice.member);
    }
  }
};

/// A date that cannot be read stays metadata, and so do a language of no known name and what is no name of anybody.
bool is_unread(const FilledRecord& filled, Field field, const Choice& choice) {
  if (field == Field::Date) {
    return !filled.article.bad_date.empty();
  }
  if (field == Field::Language) {
    return filled.article.record.language.empty();
  }
  return found_no_name(filled.article.record, field, choice.values);
}

Used fill_fields(const Choices& choices, FilledRecord& filled, ReferenceDecoder& decoder) {
  Used used;
  for (const auto& [name, choice] : choices.meta) {
    filled.article.record.meta.emplace_back(name, as_meta(choice.values));
    used.add(choice);
  }
  for (std::size_t place = 0; place < kFieldCount; ++place) {
    const auto field = static_cast<Field>(place);
    if (choices.of(field).values.empty()) {
      continue;
    }
    fill_field(filled, field, choices, decoder);
    if (is_unread(filled, field, choices.of(field))) {
      continue;
    }
    used.add(choices.of(field));
    if (takes_one(field)) {
      keep_further(filled, field, choices.of(field));
    }
  }
  return used;
}

bool names_nothing(std::string_view key, Value value) {
  const auto automatic = automatic_key(key);
  return automatic && says_no_name(automatic->field, value);
}

/// An object inside a record of which fields took parts: its other parts are metadata one by one.
void add_parts(ArticleRecord& record, std::string_view holder, simdjson::dom::object object, const Used& used) {
  for (const auto [key, value] : object) {
    if (!is_nothing(value) && !names_nothing(key, value) && !used.members.contains({holder, key})) {
      record.meta.emplace_back(fmt::format("{}.{}", holder, key), as_meta(value));
    }
  }
}

void add_metadata(simdjson::dom::object object, const Used& used, ArticleRecord& record) {
  std::size_t place = 0;
  for (const auto [key, value] : object) {
    simdjson::dom::object inner;
    if (used.holders.contains(key) && value.get(inner) == simdjson::SUCCESS) {
      add_parts(record, key, inner, used);
    } else if (!used.places.contains(place) && !is_nothing(value) && !names_nothing(key, value)) {
      record.meta.emplace_back(key, as_meta(value));
    }
    ++place;
  }
}

constexpr auto kWrappers = std::to_array<std::string_view>(
    {"articles", "items", "data", "results", "documents", "docs", "records", "stories", "rows", "hits", "posts",
     "entries", "messages", "children", "feed", "orderedItems", "posts_v2", "statuses"});
// Some services wrap twice.
constexpr auto kOuter = std::to_array<std::string_view>({"response", "articles", "data", "hits", "result"});

// Reddit, Bluesky, Twitter's archive, ActivityPub and Mastodon's boosts put each record of a list into an object.
constexpr auto kElements = std::to_array<std::string_view>({"data", "post", "tweet", "object", "reblog"});

std::optional<simdjson::dom::array> array_of_records(simdjson::dom::object object) {
  for (const std::string_view key : kWrappers) {
    simdjson::dom::array array;
    if (object.at_key(key).get(array) == simdjson::SUCCESS && array.size() > 0 && array.at(0).is_object()) {
      return array;
    }
  }
  return std::nullopt;
}

/// Whether there are lists, all of them empty.
bool has_empty_lists(simdjson::dom::object object) {
  std::size_t lists = 0;
  for (const std::string_view key : kWrappers) {
    simdjson::dom::array array;
    if (object.at_key(key).get(array) == simdjson::SUCCESS) {
      ++lists;
      if (array.size() > 0) {
        return false;
      }
    }
  }
  return lists > 0;
}

}  // namespace

FilledRecord read_record(simdjson::dom::object object, const KeyPlan& keys) {
  FilledRecord filled;
  if (keys.map.empty()) {
    if (std::optional<Article> exported = exported_record(object)) {
      filled.article = std::move(*exported);
      return filled;
    }
  }
  Choices choices = choose(object, keys);
  ReferenceDecoder decoder(keys.references);
  const Used used = fill_fields(choices, filled, decoder);
  filled.article.references = std::move(decoder).found();
  filled.mapped = std::move(choices.mapped);
  add_metadata(object, used, filled.article.record);
  if (!keys.is_mapped(Field::Text)) {
    complete_post(object, filled);
  }
  if (filled.article.text.empty() && filled.article.record.title.empty()) {
    filled.why_no_text = why_no_text(object, keys);
  }
  filled.why_no_post = keys.is_mapped(Field::Text) ? std::nullopt : why_no_post(object, filled);
  return filled;
}

simdjson::dom::object record_in(simdjson::dom::object element, const KeyPlan& keys) {
  const auto holds_article = [&](simdjson::dom::object object) {
    const Choices choices = choose(object, keys);
    return !choices.of(Field::Text).values.empty() || !choices.of(Field::Title).values.empty();
  };
  if (keys.is_mapped(Field::Text)) {
    return element;
  }
  if (const auto post = wrapped_post(element)) {
    return *post;
  }
  // Where the wrapper is all there is, its key does not name the text.
  if (element.size() > 1 && holds_article(element)) {
    return element;
  }
  for (const std::string_view key : kElements) {
    simdjson::dom::object inner;
    if (element.at_key(key).get(inner) == simdjson::SUCCESS && holds_article(inner)) {
      return inner;
    }
  }
  return element;
}

bool lists_no_records(simdjson::dom::object object) {
  return has_empty_lists(object) || std::ranges::any_of(kOuter, [&](std::string_view key) {
           simdjson::dom::object inner;
           return object.at_key(key).get(inner) == simdjson::SUCCESS && has_empty_lists(inner);
         });
}

std::optional<simdjson::dom::array> wrapped_records(simdjson::dom::object object, const KeyPlan& keys) {
  if (has_own_text(object, keys) || is_page_post(object)) {
    return std::nullopt;
  }
  if (auto records = array_of_records(object)) {
    return records;
  }
  for (const std::string_view key : kOuter) {
    simdjson::dom::object inner;
    if (object.at_key(key).get(inner) == simdjson::SUCCESS) {
      if (auto records = array_of_records(inner)) {
        return records;
      }
    }
  }
  const std::vector<simdjson::dom::object> databases = objects_at(object, "db");  // of a site that Ghost exported
  return databases.empty() ? std::nullopt : wrapped_records(databases.front(), keys);
}

}  // namespace nutgraf::read::json
