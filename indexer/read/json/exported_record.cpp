// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json/exported_record.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/utf8.h"
#include "indexer/read/exported_text.h"

namespace nutgraf::read::json {
namespace {

using Object = simdjson::dom::object;
using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string text_at(Object object, std::string_view key) {
  std::string_view text;
  return object.at_key(key).get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::vector<std::string> texts_at(Object object, std::string_view key) {
  std::vector<std::string> texts;
  simdjson::dom::array array;
  if (object.at_key(key).get(array) == simdjson::SUCCESS) {
    for (const simdjson::dom::element element : array) {
      std::string_view text;
      if (element.get(text) == simdjson::SUCCESS) {
        texts.emplace_back(text);
      }
    }
  }
  return texts;
}

Pairs meta_of(Object object) {
  Pairs pairs;
  Object meta;
  if (object.at_key("meta").get(meta) == simdjson::SUCCESS) {
    for (const auto [key, value] : meta) {
      std::string_view text;
      if (value.get(text) == simdjson::SUCCESS) {
        pairs.emplace_back(key, text);
      }
    }
  }
  return pairs;
}

Pairs cuts_of(Object object) {
  Pairs pairs;
  simdjson::dom::array cuts;
  if (object.at_key("cuts").get(cuts) == simdjson::SUCCESS) {
    for (const simdjson::dom::element element : cuts) {
      Object cut;
      if (element.get(cut) == simdjson::SUCCESS) {
        pairs.emplace_back(text_at(cut, "rule"), text_at(cut, "text"));
      }
    }
  }
  return pairs;
}

/// Byte after `count` more code points.
std::size_t skipped(std::string_view text, std::size_t byte, std::uint64_t count) {
  while (count-- > 0 && byte < text.size()) {
    byte += utf8::decode(text, byte).size;
  }
  return byte;
}

/// The bytes where the passages begin; nothing where these places are not in order, or not between paragraphs.
std::optional<std::vector<std::size_t>> begins_of(std::string_view text, simdjson::dom::array offsets) {
  std::vector<std::size_t> begins;
  std::uint64_t last = 0;
  for (const simdjson::dom::element element : offsets) {
    std::uint64_t offset = 0;
    if (element.get(offset) != simdjson::SUCCESS || (begins.empty() ? offset != 0 : offset <= last)) {
      return std::nullopt;
    }
    const std::size_t before = begins.empty() ? 0 : begins.back();
    const std::size_t begin = skipped(text, before, offset - last);
    if (!begins.empty() && !text.substr(before, begin - before).ends_with(kBetweenPassages)) {
      return std::nullopt;
    }
    begins.push_back(begin);
    last = offset;
  }
  return begins.empty() ? std::nullopt : std::optional(std::move(begins));
}

}  // namespace

std::optional<Article> exported_record(Object object) {
  simdjson::dom::array offsets;
  std::string_view text;
  if (object.at_key("passage_offsets").get(offsets) != simdjson::SUCCESS ||
      object.at_key("text").get(text) != simdjson::SUCCESS) {
    return std::nullopt;
  }
  auto begins = begins_of(text, offsets);
  if (!begins) {
    return std::nullopt;
  }
  Article article;
  ArticleRecord& record = article.record;
  record.id = text_at(object, "id");
  record.title = text_at(object, "title");
  record.date = text_at(object, "date");
  record.time = text_at(object, "time");
  record.date_source = text_at(object, "date_source");
  record.source = text_at(object, "source");
  record.url = text_at(object, "url");
  record.language = text_at(object, "lang");
  record.authors = texts_at(object, "authors");
  record.section = text_at(object, "section");
  record.tags = texts_at(object, "tags");
  record.meta = meta_of(object);
  record.cuts = cuts_of(object);
  article.text = text;
  article.passage_begins = std::move(*begins);
  return article;
}

}  // namespace nutgraf::read::json
