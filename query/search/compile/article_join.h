// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

#include "query/bind/bound_query.h"
#include "query/match/article_set.h"

namespace nutgraf::search::compile {

using Shards = std::vector<Xapian::Database>;  // an article lives in one

/// Finds the articles of every WITHIN article below this node: passages are searched for each operand, and the articles
/// that they belong to are joined.
void join_articles(const Shards& shards, bind::BoundNode& node);

/// Articles that meet this part of a query, each operand somewhere in them. Every WITHIN article below must be known.
[[nodiscard]] match::ArticleSet articles_meeting(const Shards& shards, const bind::BoundNode& node);

/// Articles of all passages that match.
[[nodiscard]] match::ArticleSet::Keys articles_of_matches(const Shards& shards, const Xapian::Query& query);

}  // namespace nutgraf::search::compile
