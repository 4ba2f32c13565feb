// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/found_article.h"

#include <algorithm>
#include <utility>

#include "indexer/read/keys.h"

namespace nutgraf::read {
namespace {

/// --map id=none
bool takes_no_id(const KeyPlan& keys) {
  return std::ranges::any_of(
      keys.map, [](const KeyPlan::Mapped& mapped) { return mapped.target.field == Field::Id && mapped.key.empty(); });
}

}  // namespace

void set_date(FoundArticle& found, std::string_view written, const std::optional<dates::WrittenDate>& date) {
  ArticleRecord& record = found.article.record;
  if (date) {
    record.date = to_string(*date);
    record.time = date->time;
    record.date_source = "record";
  } else {
    found.article.bad_date = written;
    add_metadata(record, "date", written);
  }
}

void add_metadata(ArticleRecord& record, std::string_view name, std::string_view value) {
  if (!value.empty()) {
    record.meta.emplace_back(name, value);
  }
}

void emit_found(FoundArticle&& found, const Document& document, std::uint64_t part, ArticleEmitter& emitter) {
  ArticleRecord& record = found.article.record;
  if (found.article.text.empty() && record.title.empty()) {
    emitter.reject(document, found.line, record.origin.offset,
                   found.why_no_text.empty() ? "it has neither text nor title" : found.why_no_text);
    return;
  }
  if (takes_no_id(emitter.keys())) {
    record.id.clear();
  }
  emitter.emit(std::move(found.article), document, part);
}

void emit_all(std::vector<FoundArticle>&& found, const Document& document, ArticleEmitter& emitter) {
  std::uint64_t part = found.size() > 1 ? 1 : 0;
  for (FoundArticle& one : found) {
    if (emitter.stopped()) {
      return;
    }
    emit_found(std::move(one), document, part, emitter);
    ++part;
  }
}

}  // namespace nutgraf::read
