// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "indexer/article.h"
#include "indexer/read/keys.h"

/// Values that options and files give to the fields of an article.
namespace nutgraf::read {

/// Puts `value` into a field that lacks one, or (Reach::All) in any case; a language of no known name becomes metadata.
/// Text, date and id are no such fields: nothing happens.
void set_field(ArticleRecord& record, Field field, const std::string& value, KeyPlan::Reach reach);

/// The first section is that of the article; the others are tags, behind those it has.
void set_sections(ArticleRecord& record, const std::vector<std::string>& sections);

/// As set_field() does, for metadata.
void set_meta(ArticleRecord& record, const std::string& name, const std::string& value, KeyPlan::Reach reach);

/// Puts a date as written into an article that lacks one, found in `source`. Where it cannot be read, it is the
/// article's bad date and metadata under `key`; so is, as metadata, one that more words follow.
void set_date(Article& article, const std::string& key, const std::string& value, std::string_view source);

/// Fills what `article` lacks from `other`, a date that could not be read too; metadata is added.
void complete(Article& article, const Article& other);

}  // namespace nutgraf::read
