// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "core/index/record.h"
#include "indexer/read/keys.h"

/// Values that options and files give to the fields of an article.
namespace nutgraf::read {

/// Puts `value` into a field that lacks one, or (Reach::All) in any case. Text, date and id are no such fields: nothing
/// happens.
void set_field(ArticleRecord& record, Field field, const std::string& value, KeyPlan::Reach reach);

/// The first section is that of the article; the others are tags, behind those it has.
void set_sections(ArticleRecord& record, const std::vector<std::string>& sections);

/// As set_field() does, for metadata.
void set_meta(ArticleRecord& record, const std::string& name, const std::string& value, KeyPlan::Reach reach);

/// Puts a date as written into a record that lacks one, found in `source`; false where it cannot be read.
bool set_date(ArticleRecord& record, const std::string& value, const char* source);

/// Fills what `record` lacks from `other`; metadata is added.
void complete(ArticleRecord& record, const ArticleRecord& other);

}  // namespace nutgraf::read
