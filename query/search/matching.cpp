// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/matching.h"

#include <algorithm>
#include <utility>

#include "query/search/slot.h"

namespace nutgraf {
namespace {

/// Keeps the documents that the matcher looks at.
class Seen final : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    documents.push_back(document.get_docid());
  }
  std::vector<Xapian::docid> documents;
};

}  // namespace

std::vector<Xapian::docid> matching_documents(const Xapian::Database& shard, const Xapian::Query& query) {
  Seen seen;
  Xapian::Enquire enquire(shard);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.add_matchspy(&seen);
  static_cast<void>(enquire.get_mset(0, 1, shard.get_doccount()));
  std::sort(seen.documents.begin(), seen.documents.end());
  return std::move(seen.documents);
}

std::vector<Xapian::docid> documents_with(const Xapian::Database& shard, const std::vector<std::string>& terms) {
  std::vector<bool> with(static_cast<std::size_t>(shard.get_lastdocid()) + 1);
  for (const std::string& term : terms) {
    const Xapian::PostingIterator end = shard.postlist_end(term);
    for (auto it = shard.postlist_begin(term); it != end; ++it) {
      with[*it] = true;
    }
  }
  std::vector<Xapian::docid> documents;
  for (std::size_t document = 0; document < with.size(); ++document) {
    if (with[document]) {
      documents.push_back(static_cast<Xapian::docid>(document));
    }
  }
  return documents;
}

void add_articles(const Xapian::Database& shard, const std::vector<Xapian::docid>& passages,
                  ArticleSet::Keys& articles) {
  Xapian::ValueIterator article = shard.valuestream_begin(slot(schema::Slot::Article));
  const Xapian::ValueIterator end = shard.valuestream_end(slot(schema::Slot::Article));
  std::string last;  // an article's passages mostly follow one another
  for (const Xapian::docid passage : passages) {
    article.skip_to(passage);
    if (article == end || article.get_docid() != passage) {
      continue;
    }
    std::string key = *article;
    if (key != last) {
      articles.insert(article_number(key));
      last = std::move(key);
    }
  }
}

}  // namespace nutgraf
