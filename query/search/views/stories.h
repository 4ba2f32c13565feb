// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/match/article_set.h"
#include "query/search/compile/plan.h"
#include "query/search/postings/matches.h"

/// Copies of one article are one story: the article that stands for its group, and the others of the group.
namespace nutgraf::search::views {

/// The passages that match, ascending; if stories are counted, those of one article per story: the one that stands for
/// the story if it matches, else the earliest that does, undated ones last, of one day the one with the first id.
[[nodiscard]] postings::Documents matched_documents(const compile::Plan& plan);

[[nodiscard]] bool has_copies(const postings::IndexReader& reader);

/// Adds the stories of these passages (ascending), each as the article that stands for it.
void add_stories(const postings::IndexReader& shard, const postings::Documents& passages,
                 match::ArticleSet::Keys& stories);

/// Those of the passages whose stories are not among these.
[[nodiscard]] postings::Documents without_stories(const postings::IndexReader& reader,
                                                  const postings::Documents& passages,
                                                  const match::ArticleSet::Keys& stories);

}  // namespace nutgraf::search::views
