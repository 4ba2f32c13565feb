// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "query/match/article_set.h"
#include "query/search/postings/index_reader.h"

/// Everything that matches, unranked: what every view that counts is made of.
namespace nutgraf::search::postings {

using Documents = std::vector<Xapian::docid>;  // ascending

/// Of one shard or of several: by the result, since a spy on several sees a document's number in its own shard.
[[nodiscard]] Documents matching_documents(const Xapian::Database& database, const Xapian::Query& query);

/// Those that contain any of these terms, straight from their postings.
[[nodiscard]] Documents documents_with(const Xapian::Database& shard, const std::vector<std::string>& terms);

/// Adds the articles of some passages, which ascend.
void add_articles(const IndexReader& shard, const Documents& passages, match::ArticleSet::Keys& articles);

/// A match with the values that tell whose passage it is, as they come with Xapian's list of matches: to read them from
/// a remote shard is a message each.
struct KeyedMatch {
  Xapian::docid document = 0;
  double weight = 0;
  std::string order;    // slot Order
  std::string article;  // slot Article
};

/// All matches, without weights, by ascending docid.
[[nodiscard]] std::vector<KeyedMatch> keyed_matches(const Xapian::Database& database, const Xapian::Query& query);
/// All matches of a query that has its weighting, by slot Order.
[[nodiscard]] std::vector<KeyedMatch> keyed_matches(Xapian::Enquire enquire, Xapian::doccount most);

}  // namespace nutgraf::search::postings
