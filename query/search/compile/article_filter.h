// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <memory>

#include "query/bind/bound_query.h"
#include "query/match/article_set.h"

namespace nutgraf::search::compile {

/// All passages of some articles, as a part of Xapian queries. Owned by the query that takes it.
[[nodiscard]] Xapian::PostingSource* new_article_source(std::shared_ptr<const match::ArticleSet> articles);

/// The passages named, without weights, by terms and values that any server has.
[[nodiscard]] Xapian::Query named_query(const bind::PassageNames& names);

}  // namespace nutgraf::search::compile
