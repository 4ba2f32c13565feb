// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/postings/index_reader.h"

#include "core/glass/posting_list.h"

namespace nutgraf::search::postings {
namespace {

Sharding sharding_of(const OpenIndex& index) {
  if (index.remote_shards > 0) {
    return index.remote_shards == index.shards.size() ? Sharding::Remote : Sharding::Mixed;
  }
  return index.shards.size() > 1 ? Sharding::SeveralLocal : Sharding::One;
}

}  // namespace

IndexReader reader_of(const OpenIndex& index) {
  return {index.database, index.tables, index.shards, sharding_of(index)};
}

Xapian::doccount IndexReader::passages_with(const std::string& term) const {
  return mapped ? glass::PostingCursor(mapped->postlist(), term).documents() : database.get_termfreq(term);
}

std::uint64_t IndexReader::occurrences_of(const std::string& term) const {
  return mapped ? glass::PostingCursor(mapped->postlist(), term).occurrences() : database.get_collection_freq(term);
}

}  // namespace nutgraf::search::postings
