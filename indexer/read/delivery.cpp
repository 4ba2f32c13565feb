// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/delivery.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <utility>

#include "core/base/failure.h"
#include "indexer/read/dates.h"
#include "indexer/read/people.h"

namespace nutgraf::read {
namespace {

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

void set_day(ArticleRecord& record, schema::Day day, std::string_view source) {
  record.date = schema::to_string(day);
  record.time.clear();
  record.date_source = std::string(source);
}

void set_field(ArticleRecord& record, Field field, const std::string& value) {
  switch (field) {
    case Field::Title:
      record.title = value;
      break;
    case Field::Date:
      if (const auto date = parse_date(value)) {
        set_day(record, date->day, "option");
        record.time = date->time;
      }
      break;
    case Field::Source:
      record.source = value;
      break;
    case Field::Url:
      record.url = value;
      break;
    case Field::Language:
      record.language = language_code(value);
      break;
    case Field::Authors:
      record.authors = split_authors(value);
      break;
    case Field::Section:
      record.section = value;
      break;
    case Field::Tags:
      record.tags = split_tags(value);
      break;
    case Field::Id:
    case Field::Text:
      break;  // refused by KeyPlan
  }
}

}  // namespace

Delivery::Delivery(const ReadOptions& options, Sink& sink, std::function<std::string(const std::string& id)> path_of_id)
    : options_(options), sink_(sink), keys_(options), path_of_id_(std::move(path_of_id)) {
  if (!options.date_from.empty()) {
    date_pattern_.emplace(options.date_from);
  }
}

void Delivery::article(Article&& article, const Document& document, std::uint64_t part) {
  ArticleRecord& record = article.record;
  const std::uint64_t offset = record.origin.offset;
  record.origin = document.origin;
  record.origin.offset = offset;
  derive_id(article, document, part);
  if (record.date.empty()) {
    derive_date(record, document);
  }
  if (record.language.empty()) {
    record.language = options_.language;
  }
  const std::size_t slash = document.id.find('/');
  if (options_.source_from_folder && slash != std::string::npos) {
    record.source = document.id.substr(0, slash);
  }
  apply_set(record);
  sink_.article(std::move(article));
}

void Delivery::derive_id(Article& article, const Document& document, std::uint64_t part) {
  if (!article.record.id.empty()) {
    article.id_source = IdSource::Declared;
    return;
  }
  article.id_source = IdSource::Path;
  article.record.id = part == 0 ? document.id : fmt::format("{}:{}", document.id, part);
  if (document.origin.path == last_path_) {
    return;
  }
  last_path_ = document.origin.path;
  if (!files_with_ids_.insert(XXH3_64bits(document.file_id.data(), document.file_id.size())).second) {
    throw Failure(ExitCode::Usage,
                  fmt::format("two files would get the same id '{}': {} and {}", document.file_id,
                              path_of_id_(document.file_id), document.origin.path),
                  "give --root DIR, a folder above both, or index only one of them");
  }
}

void Delivery::derive_date(ArticleRecord& record, const Document& document) const {
  if (date_pattern_) {
    auto day = date_pattern_->match(document.id);
    day = day ? day : date_pattern_->match(document.given);
    if (day) {
      set_day(record, *day, "option");
      return;
    }
  }
  if (const auto day = day_in_name(file_name(document.name))) {
    set_day(record, *day, "name");
    return;
  }
  auto day = day_in_folders(document.id);
  day = day ? day : day_in_folders(document.given);
  if (day) {
    set_day(record, *day, "path");
  }
}

void Delivery::apply_set(ArticleRecord& record) const {
  for (const KeyPlan::Set& set : keys_.set) {
    if (set.target.field) {
      set_field(record, *set.target.field, set.value);
    } else {
      record.meta.emplace_back(set.target.meta, set.value);
    }
  }
}

void Delivery::reject(const Document& document, std::uint64_t line, std::uint64_t byte, const std::string& reason) {
  sink_.reject({document.origin.path, document.origin.member, line, byte, reason, "skipped"});
}

void Delivery::skip(const Document& document, Skip kind) {
  sink_.skip(shown_path(document.origin), kind);
}

void Delivery::note(const Document& document, Note kind, const std::string& detail) {
  sink_.note(document.origin, kind, detail);
}

std::string shown_path(const Origin& origin) {
  return origin.member.empty() ? origin.path : fmt::format("{}!{}", origin.path, origin.member);
}

}  // namespace nutgraf::read
