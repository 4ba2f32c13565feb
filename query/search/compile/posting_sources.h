// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <memory>

#include "query/match/article_set.h"

/// Passages that no query of Xapian's can describe, as a part of Xapian queries over local shards. A source is owned by
/// the query that takes it.
namespace nutgraf::search::compile {

/// All passages of some articles.
[[nodiscard]] Xapian::PostingSource* new_article_source(std::shared_ptr<const match::ArticleSet> articles);

/// All passages that do not meet a query; meant for several shards. There an XOR of Xapian 1.4 whose sides end at the
/// same passage of a shard is read after it is freed.
[[nodiscard]] Xapian::PostingSource* new_complement_source(const Xapian::Query& query);

}  // namespace nutgraf::search::compile
