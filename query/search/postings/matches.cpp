// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/postings/matches.h"

#include <algorithm>
#include <utility>

#include "query/search/postings/doc_values.h"

namespace nutgraf::search::postings {

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

void add_articles(const IndexReader& shard, const Documents& passages, match::ArticleSet::Keys& articles) {
  DocValues keys(shard, schema::Slot::Article);
  std::string last;  // an article's passages mostly follow one another
  for (const Xapian::docid passage : passages) {
    const std::string_view key = keys.at(passage);
    if (!key.empty() && key != last) {
      articles.insert(match::article_number(key));
      last = key;
    }
  }
}

std::vector<KeyedMatch> keyed_matches(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  std::vector<KeyedMatch> matches = keyed_matches(enquire, database.get_doccount());
  std::sort(matches.begin(), matches.end(),
            [](const KeyedMatch& a, const KeyedMatch& b) { return a.document < b.document; });
  return matches;
}

std::vector<KeyedMatch> keyed_matches(Xapian::Enquire enquire, Xapian::doccount most) {
  std::vector<KeyedMatch> matches;
  if (most == 0) {
    return matches;
  }
  enquire.set_collapse_key(slot(schema::Slot::Article), most);  // collapses nothing: the key comes with each match
  enquire.set_sort_by_value(slot(schema::Slot::Order), false);
  const Xapian::MSet found = enquire.get_mset(0, most);
  matches.reserve(found.size());
  for (auto it = found.begin(); it != found.end(); ++it) {
    matches.push_back({*it, it.get_weight(), it.get_sort_key(), it.get_collapse_key()});
  }
  return matches;
}

}  // namespace nutgraf::search::postings
