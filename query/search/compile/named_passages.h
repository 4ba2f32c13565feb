// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "query/bind/bound_query.h"
#include "query/search/compile/article_join.h"

/// The server of a remote shard has none of our posting sources. What they would let through is found from here and
/// named by article id and ordinal, which are terms and values that any server has.
namespace nutgraf::search::compile {

/// For every part below this node that positions decide and Xapian's own operators cannot.
void name_conditions(const Shards& shards, bind::BoundNode& node);
/// For every WITHIN article below this node; join_articles must have found its articles.
void name_articles(const Shards& shards, bind::BoundNode& node);

/// For every part below this node that must not match and is more than a word, after the others: for stubs that have
/// local shards beside remote ones. Local shards need a posting source there (see new_complement_source), and what has
/// none is an AND_NOT of names.
void name_excluded(const Shards& shards, bind::BoundNode& node);

/// The passages named, without weights, by terms and values that any server has.
[[nodiscard]] Xapian::Query named_query(const bind::PassageNames& names);

}  // namespace nutgraf::search::compile
