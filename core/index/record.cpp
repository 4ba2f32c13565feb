// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/index/record.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <charconv>
#include <nlohmann/json.hpp>

#include "core/base/failure.h"
#include "core/base/json_text.h"

namespace nutgraf {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kStart = R"({"id":")";

[[noreturn]] void refuse(std::string_view why) {
  throw Failure(ExitCode::Missing, fmt::format("a stored passage is damaged: {}", why),
                "check the index: nutgraf-index check INDEX");
}

void add_text(Json& json, const char* key, const std::string& value) {
  if (!value.empty()) {
    json[key] = value;
  }
}

void add_origin(Json& json, const Origin& origin) {
  if (origin == Origin{}) {
    return;
  }
  Json& out = json["origin"];
  out = Json{{"path", origin.path}};
  add_text(out, "member", origin.member);
  if (origin.offset != 0) {
    out["offset"] = origin.offset;
  }
  if (origin.page != 0) {
    out["page"] = origin.page;
  }
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// Pairs, not an object: the order counts and a key may come twice.
void add_pairs(Json& json, const char* key, const Pairs& pairs) {
  for (const auto& [name, value] : pairs) {
    json[key].push_back(Json::array({name, value}));
  }
}

void add_rest(Json& json, const ArticleRecord& record) {
  add_text(json, "title", record.title);
  add_text(json, "date", record.date);
  add_text(json, "time", record.time);
  add_text(json, "date_source", record.date_source);
  add_text(json, "source", record.source);
  add_text(json, "url", record.url);
  add_text(json, "language", record.language);
  add_text(json, "section", record.section);
  if (!record.authors.empty()) {
    json["authors"] = record.authors;
  }
  if (!record.tags.empty()) {
    json["tags"] = record.tags;
  }
  add_pairs(json, "meta", record.meta);
  add_origin(json, record.origin);
  add_text(json, "copy_of", record.copy_of);
  add_pairs(json, "cuts", record.cuts);
}

std::string text_of(const simdjson::dom::element& element) {
  return std::string(element.get_string().value());
}

std::vector<std::string> texts_of(const simdjson::dom::element& element) {
  std::vector<std::string> texts;
  for (const simdjson::dom::element item : element.get_array()) {
    texts.push_back(text_of(item));
  }
  return texts;
}

Pairs pairs_of(const simdjson::dom::element& element) {
  Pairs pairs;
  for (const simdjson::dom::element pair : element.get_array()) {
    pairs.emplace_back(text_of(pair.at(0)), text_of(pair.at(1)));
  }
  return pairs;
}

void read_origin(const simdjson::dom::element& element, Origin& origin) {
  for (const auto [key, value] : element.get_object()) {
    if (key == "path") {
      origin.path = text_of(value);
    } else if (key == "member") {
      origin.member = text_of(value);
    } else if (key == "offset") {
      origin.offset = value.get_uint64();
    } else if (key == "page") {
      origin.page = static_cast<std::uint32_t>(value.get_uint64().value());
    }
  }
}

std::string* text_member(ArticleRecord& record, std::string_view key) {
  static const std::vector<std::pair<std::string_view, std::string ArticleRecord::*>> kMembers{
      {"id", &ArticleRecord::id},
      {"title", &ArticleRecord::title},
      {"date", &ArticleRecord::date},
      {"time", &ArticleRecord::time},
      {"date_source", &ArticleRecord::date_source},
      {"source", &ArticleRecord::source},
      {"url", &ArticleRecord::url},
      {"language", &ArticleRecord::language},
      {"section", &ArticleRecord::section},
      {"copy_of", &ArticleRecord::copy_of}};
  for (const auto& [name, member] : kMembers) {
    if (name == key) {
      return &(record.*member);
    }
  }
  return nullptr;
}

ArticleRecord read_record(std::string_view line) {
  ArticleRecord record;
  simdjson::dom::parser parser;
  const simdjson::dom::object object = parser.parse(line.data(), line.size(), true);
  for (const auto [key, value] : object) {
    if (std::string* member = text_member(record, key)) {
      *member = text_of(value);
    } else if (key == "authors") {
      record.authors = texts_of(value);
    } else if (key == "tags") {
      record.tags = texts_of(value);
    } else if (key == "meta") {
      record.meta = pairs_of(value);
    } else if (key == "origin") {
      read_origin(value, record.origin);
    } else if (key == "cuts") {
      record.cuts = pairs_of(value);
    }
  }
  return record;
}

/// What follows the id of a passage that is not the first of its article.
std::uint32_t page_in(std::string_view rest) {
  constexpr std::string_view kPage = R"(,"origin":{"page":)";
  std::uint32_t page = 0;
  if (rest.starts_with(kPage)) {
    std::from_chars(rest.data() + kPage.size(), rest.data() + rest.size(), page);
  }
  return page;
}

std::size_t end_of_line(std::string_view data) {
  const std::size_t end = data.find('\n');
  if (end == std::string_view::npos || data.substr(0, kStart.size()) != kStart) {
    refuse("it does not begin with a line holding its article's id");
  }
  return end;
}

}  // namespace

std::string encode_passage_data(const ArticleRecord& record, std::uint32_t ordinal, std::string_view text,
                                std::uint32_t page) {
  Json json{{"id", record.id}};
  if (ordinal == 0) {
    add_rest(json, record);
  } else if (page != 0) {
    json["origin"]["page"] = page;
  }
  std::string data = json_text(json);
  data += '\n';
  data += text;
  return data;
}

PassageData decode_passage_data(std::string_view data) {
  const std::size_t end = end_of_line(data);
  try {
    return {read_record(data.substr(0, end)), data.substr(end + 1)};
  } catch (const simdjson::simdjson_error& e) {
    refuse(e.what());
  }
}

PassageText decode_passage_text(std::string_view data) {
  const std::size_t end = end_of_line(data);
  const std::size_t stop = data.find_first_of("\"\\", kStart.size());
  if (stop < end && data[stop] == '"') {
    return {std::string(data.substr(kStart.size(), stop - kStart.size())), data.substr(end + 1),
            page_in(data.substr(stop + 1, end - stop - 1))};
  }
  try {  // an escape in the id: rare
    const ArticleRecord record = read_record(data.substr(0, end));
    return {record.id, data.substr(end + 1), record.origin.page};
  } catch (const simdjson::simdjson_error& e) {
    refuse(e.what());
  }
}

}  // namespace nutgraf
