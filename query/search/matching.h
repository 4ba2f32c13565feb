// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "query/match/article_set.h"

/// Everything that matches, unranked. One shard at a time: while Xapian matches over several, what it shows of a
/// document is its number in its own shard.
namespace nutgraf {

/// Ascending.
[[nodiscard]] std::vector<Xapian::docid> matching_documents(const Xapian::Database& shard, const Xapian::Query& query);

/// Those that hold any of these terms, straight from their postings.
[[nodiscard]] std::vector<Xapian::docid> documents_with(const Xapian::Database& shard,
                                                        const std::vector<std::string>& terms);

/// Adds the articles of some passages, which ascend.
void add_articles(const Xapian::Database& shard, const std::vector<Xapian::docid>& passages,
                  ArticleSet::Keys& articles);

}  // namespace nutgraf
