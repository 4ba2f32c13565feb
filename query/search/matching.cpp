// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/matching.h"

#include <utility>

#include "query/search/slot_reader.h"

namespace nutgraf {
Documents matching_documents(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  Documents documents;
  documents.reserve(found.size());
  for (auto it = found.begin(); it != found.end(); ++it) {
    documents.push_back(*it);
  }
  return documents;
}

Documents documents_with(const Xapian::Database& shard, const std::vector<std::string>& terms) {
  std::vector<bool> with(static_cast<std::size_t>(shard.get_lastdocid()) + 1);
  for (const std::string& term : terms) {
    const Xapian::PostingIterator end = shard.postlist_end(term);
    for (auto it = shard.postlist_begin(term); it != end; ++it) {
      with[*it] = true;
    }
  }
  Documents documents;
  for (std::size_t document = 0; document < with.size(); ++document) {
    if (with[document]) {
      documents.push_back(static_cast<Xapian::docid>(document));
    }
  }
  return documents;
}

void add_articles(const Tables& shard, const Documents& passages, ArticleSet::Keys& articles) {
  SlotReader keys(shard, schema::Slot::Article);
  std::string last;  // an article's passages mostly follow one another
  for (const Xapian::docid passage : passages) {
    const std::string_view key = keys.at(passage);
    if (!key.empty() && key != last) {
      articles.insert(article_number(key));
      last = key;
    }
  }
}

}  // namespace nutgraf
