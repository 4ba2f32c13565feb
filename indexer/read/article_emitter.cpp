// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/article_emitter.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "core/base/failure.h"
#include "indexer/read/dates/dates.h"
#include "indexer/read/dates/path_dates.h"
#include "indexer/read/exported_text.h"
#include "indexer/read/field_value.h"
#include "indexer/read/people.h"
#include "indexer/read/same_id.h"
#include "indexer/read/stand_in_date.h"
#include "indexer/read/walk.h"

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

void set_written(ArticleRecord& record, const dates::WrittenDate& date) {
  record.date = to_string(date);
  record.time = date.time;
  record.date_source = "option";
}

/// By its content: the next stream has other records in the same places, and may repeat some of these.
std::string streamed_id(const Article& article) {
  const ArticleRecord& record = article.record;
  std::string content;
  for (const std::string_view part : {std::string_view(record.title), std::string_view(record.date),
                                      std::string_view(record.url), std::string_view(article.text)}) {
    content.append(part).push_back('\0');
  }
  return fmt::format("stdin:{:016x}", XXH3_64bits(content.data(), content.size()));
}

}  // namespace

ArticleEmitter::ArticleEmitter(const ReadOptions& options, Sink& sink,
                               std::function<std::string(const std::string& id)> path_of_id)
    : options_(options), sink_(sink), keys_(options), path_of_id_(std::move(path_of_id)), found_(keys_.map.size()) {
  if (!options.date_from.empty()) {
    date_pattern_.emplace(options.date_from);
  }
}

void ArticleEmitter::emit(Article&& article, const Document& document, std::uint64_t part) {
  ArticleRecord& record = article.record;
  record.origin = {document.origin.path, document.origin.member, record.origin.offset, record.origin.page};
  if (document.beside) {
    complete(article, *document.beside);
  }
  derive_id(article, document, part);
  if (!is_exported(article)) {
    complete_date(record, document);
  }
  const std::size_t slash = document.id.find('/');
  if (options_.source_from_folder && record.source.empty() && slash != std::string::npos) {
    record.source = document.id.substr(0, slash);
  }
  apply_set(record);
  if (record.language.empty()) {
    record.language = options_.language;
  }
  if (!article.bad_date.empty()) {
    sink_.note(record.origin, Note::BadDate, article.bad_date);
  }
  if (article.text.empty()) {
    sink_.note(record.origin, Note::TitleOnly, record.id);
  }
  sink_.article(std::move(article));
}

void ArticleEmitter::derive_id(Article& article, const Document& document, std::uint64_t part) {
  if (!article.record.id.empty()) {
    article.id_source = IdSource::Declared;
    return;
  }
  article.id_source = IdSource::Path;
  if (document.origin.path == kStandardInput && document.origin.member.empty()) {
    article.record.id = streamed_id(article);
    return;
  }
  article.record.id = part == 0 ? document.id : fmt::format("{}:{}", document.id, part);
  if (document.origin.path == last_path_) {
    return;
  }
  last_path_ = document.origin.path;
  if (!files_with_ids_.insert(XXH3_64bits(document.file_id.data(), document.file_id.size())).second) {
    throw same_id(document.file_id, path_of_id_(document.file_id), document.origin.path);
  }
}

void ArticleEmitter::complete_date(ArticleRecord& record, const Document& document) const {
  if (const std::string* const day = keys_.set_value(Field::Date, KeyPlan::Reach::All)) {
    set_written(record, *dates::parse_date(*day));
    return;
  }
  if (!record.date.empty() && !is_stand_in(record.date_source)) {
    return;
  }
  if (date_pattern_) {
    auto day = date_pattern_->match(document.id);
    day = day ? day : date_pattern_->match(document.given);
    if (day) {
      set_day(record, *day, "option");
      return;
    }
  }
  if (const std::string* const day = keys_.set_value(Field::Date, KeyPlan::Reach::Lacking)) {
    set_written(record, *dates::parse_date(*day));
    return;
  }
  if (const auto day = dates::day_in_name(file_name(document.name))) {
    set_day(record, *day, "name");
    return;
  }
  auto day = dates::day_in_folders(document.id);
  day = day ? day : dates::day_in_folders(document.given);
  if (day) {
    set_day(record, *day, "path");
  }
}

void ArticleEmitter::apply_set(ArticleRecord& record) const {
  for (const KeyPlan::Set& set : keys_.set) {
    if (set.target.field) {
      set_field(record, *set.target.field, set.value, set.reach);
    } else {
      set_meta(record, set.target.meta, set.value, set.reach);
    }
  }
}

void ArticleEmitter::record_read(std::span<const std::size_t> found) {
  ++records_;
  for (const std::size_t place : found) {
    found_.at(place) = true;
  }
}

void ArticleEmitter::finish() {
  for (std::size_t place = 0; place < found_.size(); ++place) {
    const bool takes_none = keys_.map.at(place).key.empty();
    if (!found_[place] && records_ > 0 && !takes_none) {
      const auto& [field, key] = options_.map.at(place);
      sink_.note({}, Note::UnmatchedMap, fmt::format("{}={}", field, key));
    }
  }
}

void ArticleEmitter::reject(const Document& document, std::uint64_t line, std::uint64_t byte,
                            const std::string& reason) {
  sink_.reject({document.origin.path, document.origin.member, line, byte, reason, "skipped"});
}

void ArticleEmitter::skip(const Document& document, Skip kind) {
  sink_.skip(shown_path(document.origin), kind);
}

void ArticleEmitter::note(const Document& document, Note kind, const std::string& detail) {
  sink_.note(document.origin, kind, detail);
}

}  // namespace nutgraf::read
