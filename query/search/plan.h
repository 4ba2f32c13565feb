// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "query/bind/bound_query.h"
#include "query/search/article_words.h"
#include "query/search/compile.h"
#include "query/search/document_lengths.h"
#include "query/search/ranking_parameters.h"
#include "query/search/searcher.h"
#include "query/search/tables.h"

namespace nutgraf {

/// A request made ready to run.
struct Plan {
  const Xapian::Database& database;
  const Tables& tables;  // of it
  const SearchRequest& request;
  BoundQuery bound;
  Xapian::Query query;  // what matches, weighted by its words
  Xapian::Query
      whole;  // of those, the passages that hold the whole query as a phrase; empty where there is no such phrase
  RankingParameters parameters;
  const std::vector<Xapian::Database>& shards;  // of `database`, each alone
  DocumentLengths& lengths;
  Xapian::Query ranked;  // with `decider` the same as `query`, and faster where few are wanted
  ArticleStatistics articles;
  std::shared_ptr<Xapian::MatchDecider> decider;  // may be none
  std::vector<std::string> feedback = {};         // terms that --expand added to `query`
  bool has_remote_shards = false;

  [[nodiscard]] Sharding sharding() const {
    return shards.size() > 1 && !has_remote_shards ? Sharding::SeveralLocal : Sharding::OneOrRemote;
  }
};

}  // namespace nutgraf
