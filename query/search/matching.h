// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "query/match/article_set.h"
#include "query/search/tables.h"

/// Everything that matches, unranked: what every view that counts is made of.
namespace nutgraf {

using Documents = std::vector<Xapian::docid>;  // ascending

/// Of one shard or of several: by the result, since a spy on several sees a document's number in its own shard.
[[nodiscard]] Documents matching_documents(const Xapian::Database& database, const Xapian::Query& query);

/// Those that hold any of these terms, straight from their postings.
[[nodiscard]] Documents documents_with(const Xapian::Database& shard, const std::vector<std::string>& terms);

/// Adds the articles of some passages, which ascend.
void add_articles(const Tables& shard, const Documents& passages, ArticleSet::Keys& articles);

}  // namespace nutgraf
