// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "query/bind/bound_query.h"
#include "query/search/postings/index_reader.h"

namespace nutgraf::search::compile {

/// How views that count treat copies: each counts, or one article for each story.
enum class Counted : std::uint8_t { Articles, Stories };

/// A query bound to an index and compiled for it.
struct Plan {
  const postings::IndexReader& reader;
  bind::BoundQuery bound;
  Xapian::Query query;        // what matches, weighted by its words
  Xapian::Query full_phrase;  // of those, the passages that contain the whole query as a phrase; empty where it is none
  Xapian::Query ranked;       // with `decider` the same as `query`, and faster where few are wanted
  std::shared_ptr<Xapian::MatchDecider> decider = nullptr;  // may be none
  std::vector<std::string> feedback = {};                   // terms that --expand added to `query`
  Counted counted = Counted::Articles;
};

enum class FullPhrase : std::uint8_t { Ignored, Wanted };

/// The bound query's articles and names must be known: see article_join and named_passages. The reader must outlive the
/// plan.
[[nodiscard]] Plan make_plan(bind::BoundQuery bound, const postings::IndexReader& reader, FullPhrase full_phrase);

}  // namespace nutgraf::search::compile
