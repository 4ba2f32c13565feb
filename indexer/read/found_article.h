// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article.h"
#include "indexer/read/article_emitter.h"
#include "indexer/read/dates/written_date.h"
#include "indexer/read/document.h"

/// The last step of readers whose files hold articles in a layout of their own, with fields that need no --map.
namespace nutgraf::read {

struct FoundArticle {
  Article article;               // an id in it is a declared one; origin.offset where it begins
  std::uint64_t line = 0;        // where it begins, from 1; 0: unknown
  std::string why_no_text = {};  // for the reject where it has neither text nor title; empty: just that
};

/// Sets day, time and their source; a date that could not be read stays as metadata. Nothing where none was written.
void set_date(FoundArticle& found, std::string_view written, const std::optional<dates::WrittenDate>& date);

/// Adds metadata that is not empty.
void add_metadata(ArticleRecord& record, std::string_view name, std::string_view value);

/// Gives it to `emitter`, or rejects it where it has neither text nor title. `part` as for ArticleEmitter::emit().
/// --map id=none is obeyed.
void emit_found(FoundArticle&& found, const Document& document, std::uint64_t part, ArticleEmitter& emitter);

/// All articles of a document: the only one has its id, several are numbered from 1.
void emit_all(std::vector<FoundArticle>&& found, const Document& document, ArticleEmitter& emitter);

}  // namespace nutgraf::read
