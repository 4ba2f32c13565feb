// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "query/bind/bound_query.h"
#include "query/search/ranking_parameters.h"
#include "query/search/searcher.h"

namespace nutgraf {

/// A request made ready to run.
struct Plan {
  const Xapian::Database& database;
  const SearchRequest& request;
  BoundQuery bound;
  Xapian::Query query;  // what matches, weighted by its words
  Xapian::Query
      whole;  // of those, the passages that hold the whole query as a phrase; empty where there is no such phrase
  RankingParameters parameters;
  std::vector<std::string> feedback = {};  // terms that --expand added to `query`
};

}  // namespace nutgraf
